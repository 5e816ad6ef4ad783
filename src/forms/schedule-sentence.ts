import type { Schedule } from '#domain/schedule/schedule.ts';
import { weekdays } from '#domain/time/calendar-date.ts';
import { type ScheduleWords, scheduleWords } from '#formats/schedule-words.ts';
import type { Formats } from '#i18n/formats.ts';
import type { Words } from '#i18n/words.ts';

type Dated = Exclude<ScheduleWords, { every: 'said' }>;
type Weekly = Extract<Dated, { every: 'week' }>;
type Monthly = Extract<Dated, { every: 'month' }>;

interface Saying {
  readonly t: Words<'fields'>;
  readonly formats: Formats;
}

/** A schedule as one sentence, from its dates; from its words alone when there are none. */
export function scheduleSentence(schedule: Schedule, t: Words<'fields'>, formats: Formats): string {
  const words = scheduleWords(schedule);
  if (words.every === 'said') return words.said;
  const saying = { t, formats };
  return [rhythm(words, saying), clock(words, t), ...limits(words, saying)]
    .filter((part) => part !== '')
    .join(', ');
}

function rhythm(words: Dated, { t, formats }: Saying): string {
  switch (words.every) {
    case 'once':
      return formats.day(words.on);
    case 'day':
      return words.interval === 1
        ? t('schedule.say.everyDay')
        : t('schedule.say.everyDays', { count: words.interval });
    case 'week':
      return weekly(words, { t, formats });
    case 'month':
      return monthly(words, { t, formats });
    case 'year': {
      const date = formats.day(words.on);
      if (words.interval === 1) return t('schedule.say.yearly', { date });
      return t('schedule.say.years', { count: words.interval, date });
    }
  }
}

const isWorkWeek = (days: readonly string[]): boolean =>
  days.join() === weekdays.slice(0, 5).join();

function weekly({ interval, days }: Weekly, { t, formats }: Saying): string {
  if (interval === 1) {
    if (days.length === 7) return t('schedule.say.everyDay');
    if (isWorkWeek(days)) return t('schedule.say.weekdays');
    const many = days.map((day) => t(`schedule.daysMany.${day}`));
    return t('schedule.say.every', { days: formats.list(many) });
  }
  const names = formats.list(days.map((day) => t(`schedule.dayNames.${day}`)));
  if (interval === 2) return t('schedule.say.everyOther', { days: names });
  return t('schedule.say.everyWeeks', { count: interval, days: names });
}

function monthly({ interval, weekdays: nths, monthDays = [] }: Monthly, saying: Saying): string {
  const { t, formats } = saying;
  const days = formats.list(nths ? nths.map((each) => nthDay(each, t)) : monthDays.map(dayOf(t)));
  if (interval === 1) return t(nths ? 'schedule.say.month' : 'schedule.say.monthDays', { days });
  const key = nths ? 'schedule.say.months' : 'schedule.say.monthsDays';
  return t(key, { count: interval, days });
}

type NthDay = NonNullable<Monthly['weekdays']>[number];

function nthDay({ nth, day }: NthDay, t: Words<'fields'>): string {
  const name = t(`schedule.dayNames.${day}`);
  return t.find(`schedule.say.nth.${nth}`, { day: name }) ?? name;
}

const dayOf =
  (t: Words<'fields'>) =>
  (day: number): string =>
    day === -1 ? t('schedule.say.lastDay') : t('schedule.say.monthDay', { day });

function clock({ from, to, overnight }: Dated, t: Words<'fields'>): string {
  if (from === undefined) return t('schedule.say.allDay');
  if (to === undefined) return t('schedule.say.from', { from });
  return t(overnight ? 'schedule.say.overnight' : 'schedule.say.fromTo', { from, to });
}

function limits(words: Dated, { t, formats }: Saying): readonly string[] {
  const dates = (days: readonly string[]) => formats.list(days.slice(0, 3).map(formats.date));
  const { until, times, cancelled, added } = words;
  return [
    until === undefined ? '' : t('schedule.say.until', { date: formats.date(until) }),
    times === undefined ? '' : t('schedule.say.times', { count: times }),
    words.termTime ? t('schedule.say.termTimeOnly') : '',
    words.notBankHolidays ? t('schedule.say.exceptBankHolidays') : '',
    cancelled ? t('schedule.say.notOn', { count: cancelled.length, dates: dates(cancelled) }) : '',
    added ? t('schedule.say.also', { dates: dates(added) }) : '',
  ];
}
