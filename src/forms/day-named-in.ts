import { addDays, type CalendarDate } from '#domain/time/calendar-date.ts';
import { welshWeekdayForms } from '#i18n/welsh-dates.ts';

const noonOf = (day: CalendarDate): Date => new Date(`${day}T12:00:00Z`);

type IsNamed = (day: CalendarDate) => boolean;

/** Whole words: "lluniaeth" is no Monday. */
function namedInWelsh(said: string): IsNamed {
  const words = new Set(said.split(/[^\p{L}]+/u));
  return (day) =>
    welshWeekdayForms(noonOf(day).getUTCDay()).some((name) => words.has(name.toLowerCase()));
}

/** "Tuesdays" and "Tuesday" alike. */
function namedIn(said: string, lang: string): IsNamed {
  const weekday = new Intl.DateTimeFormat(lang, { weekday: 'long', timeZone: 'UTC' });
  return (day) => said.includes(weekday.format(noonOf(day)).toLocaleLowerCase(lang));
}

/** The first day from `today` on whose name stands in the words (“Tuesday evenings”), else today. */
export function dayNamedIn(words: string, today: CalendarDate, lang: string): CalendarDate {
  const said = words.toLocaleLowerCase(lang);
  const isNamed = lang === 'cy' ? namedInWelsh(said) : namedIn(said, lang);
  const week = Array.from({ length: 7 }, (_, ahead) => addDays(today, ahead));
  return week.find(isNamed) ?? today;
}
