import { addDays, type CalendarDate } from '#domain/time/calendar-date.ts';
import { welshWeekday } from '#i18n/welsh-dates.ts';

/** The first day from `today` on whose name stands in the words (“Tuesday evenings”), else today. */
export function dayNamedIn(words: string, today: CalendarDate, lang: string): CalendarDate {
  const weekday = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' });
  const nameOf = (noon: Date) =>
    lang === 'cy' ? welshWeekday(noon.getUTCDay()) : weekday.format(noon);
  const said = words.toLocaleLowerCase(lang);
  const isNamed = (day: CalendarDate) =>
    said.includes(nameOf(new Date(`${day}T12:00:00Z`)).toLocaleLowerCase(lang));
  const week = Array.from({ length: 7 }, (_, ahead) => addDays(today, ahead));
  return week.find(isNamed) ?? today;
}
