import { nthIn, type Schedule, weekdayIn } from '#domain/schedule/schedule.ts';
import { type CalendarDate, partsOf, type Weekday, weekdayOf } from '#domain/time/calendar-date.ts';

/** How often, as people choose it. `other` = a rule that is kept as it came and not edited here. */
export const patterns = [
  'weekly',
  'every-other-week',
  'monthly-day',
  'daily',
  'once',
  'other',
] as const;
export type Pattern = (typeof patterns)[number];

export function patternOf(schedule: Schedule): Pattern | undefined {
  const { freq, interval = 1, byDay = [] } = schedule;
  if (!freq) return undefined;
  if (freq === 'once') return 'once';
  if (freq === 'weekly' && interval === 1) return 'weekly';
  if (freq === 'weekly' && interval === 2) return 'every-other-week';
  if (freq === 'daily' && interval === 1) return 'daily';
  const isOneDay = byDay.length === 1 && nthIn(byDay[0] ?? '') !== 0;
  return freq === 'monthly' && interval === 1 && isOneDay ? 'monthly-day' : 'other';
}

type Rhythm = Pick<Schedule, 'freq' | 'interval' | 'byDay' | 'byMonthDay'>;

const nthOf = (day: CalendarDate): number => Math.min(4, Math.ceil(partsOf(day).day / 7));

function rhythmOf(pattern: Pattern, days: Weekday[], start: CalendarDate): Rhythm {
  switch (pattern) {
    case 'weekly':
      return { freq: 'weekly', byDay: days };
    case 'every-other-week':
      return { freq: 'weekly', interval: 2, byDay: days };
    case 'monthly-day':
      return { freq: 'monthly', byDay: [`${nthOf(start)}${days[0] ?? weekdayOf(start)}`] };
    case 'daily':
      return { freq: 'daily' };
    default:
      return { freq: 'once' };
  }
}

const rhythmFields = ['freq', 'interval', 'byDay', 'byMonthDay', 'count'] as const;

/** The schedule in another rhythm; times, words and flags stay. Starts today unless it has a start. */
export function withPattern(schedule: Schedule, pattern: Pattern, today: CalendarDate): Schedule {
  if (pattern === 'other') return schedule;
  const startDate = schedule.startDate ?? today;
  const days = schedule.byDay?.map(weekdayIn) ?? [weekdayOf(startDate)];
  const kept = without(schedule, pattern === 'once' ? [...rhythmFields, 'until'] : rhythmFields);
  return { ...kept, startDate, ...rhythmOf(pattern, days, startDate) };
}

/** One more or one less weekday; the last one cannot go. */
export function withWeekday(schedule: Schedule, day: Weekday, on: boolean): Schedule {
  const others = (schedule.byDay ?? []).filter((code) => weekdayIn(code) !== day);
  const byDay = on ? [...others, day] : others;
  return byDay.length > 0 ? { ...schedule, byDay } : schedule;
}

export function withNth(schedule: Schedule, nth: number, day: Weekday): Schedule {
  return { ...schedule, byDay: [`${nth}${day}`] };
}

/** An end that is not after its start lies on the next day. */
export function withTimes(
  schedule: Schedule,
  times: { readonly startTime?: string; readonly endTime?: string },
): Schedule {
  const next: Schedule = { ...without(schedule, ['startTime', 'endTime', 'overnight']) };
  const { startTime, endTime } = times;
  return {
    ...next,
    ...(startTime ? { startTime } : {}),
    ...(endTime ? { endTime } : {}),
    ...(startTime && endTime && endTime <= startTime ? { overnight: true } : {}),
  };
}

/** Back to words alone. */
export const onlyWords = ({ id, words }: Schedule): Schedule => ({
  id,
  ...(words === undefined ? {} : { words }),
});

export function without<K extends keyof Schedule>(
  schedule: Schedule,
  fields: readonly K[],
): Schedule {
  const entries = Object.entries(schedule).filter(([key]) => !fields.includes(key as K));
  return { id: schedule.id, ...Object.fromEntries(entries) };
}
