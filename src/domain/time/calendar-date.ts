import * as v from 'valibot';

/** `YYYY-MM-DD`, a day on the wall, in no time zone. String order is day order. */
export type CalendarDate = string;

const dayMs = 86_400_000;
const shape = /^[12]\d{3}-\d{2}-\d{2}$/;

/** Milliseconds of that day's midnight as if in UTC; only for counting days. */
const msOf = (day: CalendarDate): number => Date.parse(`${day}T00:00:00Z`);
const dateOf = (ms: number): CalendarDate => new Date(ms).toISOString().slice(0, 10);

/** True for a day that exists: the engine's own parser takes 31 February for 2 March. */
export const isCalendarDate = (text: string): boolean => {
  if (!shape.test(text)) return false;
  const ms = msOf(text);
  return !Number.isNaN(ms) && dateOf(ms) === text;
};

export const calendarDateSchema = v.pipe(
  v.string('not-a-date'),
  v.check(isCalendarDate, 'not-a-date'),
);

export const addDays = (day: CalendarDate, count: number): CalendarDate =>
  dateOf(msOf(day) + count * dayMs);

export const daysBetween = (from: CalendarDate, to: CalendarDate): number =>
  Math.round((msOf(to) - msOf(from)) / dayMs);

export interface DateParts {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

export const partsOf = (day: CalendarDate): DateParts => ({
  year: Number(day.slice(0, 4)),
  month: Number(day.slice(5, 7)),
  day: Number(day.slice(8, 10)),
});

export const calendarDate = ({ year, month, day }: DateParts): CalendarDate =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

export const daysInMonth = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate();

/** The same day so many months on, or the last day of that month when it is shorter. */
export function addMonths(from: CalendarDate, count: number): CalendarDate {
  const { year, month, day } = partsOf(from);
  const months = year * 12 + (month - 1) + count;
  const at = { year: Math.floor(months / 12), month: (months % 12) + 1 };
  return calendarDate({ ...at, day: Math.min(day, daysInMonth(at.year, at.month)) });
}

export const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof weekdays)[number];

export const weekdayOf = (day: CalendarDate): Weekday =>
  weekdays[(new Date(msOf(day)).getUTCDay() + 6) % 7] ?? 'MO';
