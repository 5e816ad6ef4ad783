import type { Locale } from './locale.ts';
import type { Words } from './words.ts';

/** A moment: a Date, milliseconds, or ISO text. `2026-03-29` alone is that day here, not in Greenwich. */
export type Moment = Date | number | string;

/** Numbers and times as this language says them; every result is ready for a screen. */
export interface Formats {
  readonly number: (value: number) => string;
  /** Straight-line metres: "about 600 m", "about 1.4 km". */
  readonly distance: (metres: number) => string;
  /** "7 min", the short fact at the end of a row. */
  readonly minutes: (minutes: number) => string;
  /** "7 minutes on foot" */
  readonly onFoot: (minutes: number) => string;
  /** "7 min" where the walk is known, else the straight line. */
  readonly away: (away: { readonly metres: number; readonly minutes?: number }) => string;
  /** How sure a position is: "within 8 metres". */
  readonly accuracy: (metres: number) => string;
  /** "Tuesday 3 June", with the year when it is another one. */
  readonly day: (moment: Moment) => string;
  /** "3 Jun 2026" */
  readonly date: (moment: Moment) => string;
  /** "10:00" */
  readonly time: (moment: Moment) => string;
  /** "today", "yesterday", "12 days ago", "3 weeks ago". */
  readonly age: (then: Moment) => string;
  /** "Dai, Mair and Joan" */
  readonly list: (parts: readonly string[]) => string;
  /** "80 kB" */
  readonly size: (bytes: number) => string;
}

const dayMs = 86_400_000;
const dayOnly = /^(\d{4})-(\d{2})-(\d{2})$/;

export function dateOf(moment: Moment): Date {
  const match = typeof moment === 'string' ? dayOnly.exec(moment) : null;
  if (!match) return new Date(moment);
  return new Date(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
}

/** Days by the calendar, so that "yesterday" turns at midnight and not after 24 hours. */
export function calendarDays(from: Date, to: Date): number {
  const midnight = (d: Date) => Date.UTC(d.getFullYear(), d.getMonth(), d.getDate());
  return Math.round((midnight(to) - midnight(from)) / dayMs);
}

export function ageIn(days: number): [amount: number, unit: 'day' | 'week' | 'month' | 'year'] {
  if (Math.abs(days) < 14) return [days, 'day'];
  if (Math.abs(days) < 60) return [Math.trunc(days / 7), 'week'];
  if (Math.abs(days) < 365) return [Math.trunc(days / 30.4375), 'month'];
  return [Math.trunc(days / 365.25) || Math.sign(days), 'year'];
}

const roundTo = (value: number, step: number): number => Math.round(value / step) * step;

/** Near things to 10 m, further ones to 50 m: more would claim what a straight line can't know. */
export function roundedMetres(metres: number): number {
  if (metres < 100) return roundTo(metres, 10);
  return metres < 1000 ? roundTo(metres, 50) : roundTo(metres, 100);
}

function distanceWords(metres: number, number: (n: number) => string, t: Words<'common'>): string {
  const rounded = roundedMetres(metres);
  if (rounded < 10) return t('distance.here');
  if (rounded < 1000) return t('distance.metres', { amount: number(rounded) });
  return t('distance.kilometres', { amount: number(rounded / 1000) });
}

function sizeUnit(bytes: number): [amount: number, unit: string] {
  if (bytes < 1_000_000) return [Math.max(1, bytes / 1000), 'kilobyte'];
  return [bytes / 1_000_000, 'megabyte'];
}

function sizeWords(locale: string, bytes: number): string {
  const [amount, unit] = sizeUnit(bytes);
  const digits = amount < 10 && unit === 'megabyte' ? 1 : 0;
  const options = { style: 'unit', unit, maximumFractionDigits: digits } as const;
  return new Intl.NumberFormat(locale, options).format(amount);
}

export type Dates = Pick<Formats, 'day' | 'date' | 'age' | 'list'>;

function datesIn(tag: string, now: () => Date): Dates {
  const inWords = (options: Intl.DateTimeFormatOptions, moment: Moment): string =>
    new Intl.DateTimeFormat(tag, options).format(dateOf(moment));
  const ages = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });
  return {
    day: (moment) => inWords(dayOptions(dateOf(moment), now()), moment),
    date: (moment) => inWords({ day: 'numeric', month: 'short', year: 'numeric' }, moment),
    age: (then) => ages.format(...ageIn(calendarDays(now(), dateOf(then)))),
    list: (parts) => new Intl.ListFormat(tag, { type: 'conjunction' }).format(parts),
  };
}

/** Dates in languages that browsers have none for; each comes with its words. */
export const ownDates = new Map<string, (now: () => Date) => Dates>();

/** `now` is handed in so that ages and years are the same in every test. */
export function createFormats(locale: Locale, t: Words<'common'>, now: () => Date): Formats {
  const tag = locale.base;
  const numbers = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const number = (value: number): string => numbers.format(value);
  const inWords = (options: Intl.DateTimeFormatOptions, moment: Moment): string =>
    new Intl.DateTimeFormat(tag, options).format(dateOf(moment));
  const minutes = (count: number): string => t('minutes.short', { amount: number(count) });
  return {
    number,
    distance: (metres) => distanceWords(metres, number, t),
    minutes,
    away: (away) =>
      away.minutes === undefined ? distanceWords(away.metres, number, t) : minutes(away.minutes),
    onFoot: (count) => t('minutes.onFoot', { count, amount: number(count) }),
    accuracy: (metres) => {
      const whole = Math.max(1, Math.round(metres));
      return t('accuracy.metres', { count: whole, amount: number(whole) });
    },
    time: (moment) => inWords({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, moment),
    ...(ownDates.get(tag) ?? ((clock) => datesIn(tag, clock)))(now),
    size: (bytes) => sizeWords(tag, bytes),
  };
}

export const isOtherYear = (date: Date, now: Date): boolean =>
  date.getFullYear() !== now.getFullYear();

const dayOptions = (date: Date, now: Date): Intl.DateTimeFormatOptions => ({
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  ...(isOtherYear(date, now) && { year: 'numeric' }),
});
