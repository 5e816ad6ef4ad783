import { cutText } from '#base/cut-text.ts';
import type { Schedule } from '#domain/schedule/schedule.ts';
import { type CalendarDate, type Weekday, weekdays } from '#domain/time/calendar-date.ts';
import { parseRules, type Range } from './opening-hours-rules.ts';

export interface OpeningHours {
  /** Words alone, or one schedule per set of days and range; the words ride on the first. */
  readonly schedules: readonly Schedule[];
  /** False when the text was only kept as words. */
  readonly understood: boolean;
}

/** A Monday long past: hours from a map have no first day, and two phones must agree on one. */
const anchor: CalendarDate = '2024-01-01';

/** The simple forms of OpenStreetMap's `opening_hours`; anything else is kept as words only. */
export function parseOpeningHours(text: string): OpeningHours {
  const words = shortened(text);
  if (words === '') return { schedules: [], understood: false };
  const week = parseRules(text);
  const onlyWords: Schedule = { id: 'hours-words', words };
  if (!week) return { schedules: [onlyWords], understood: false };
  const flags = {
    ...(week.closedOnBankHolidays ? { exceptBankHolidays: true } : {}),
    ...(week.closedInSchoolHolidays ? { termTimeOnly: true } : {}),
  };
  const [first, ...others] = daysByRange(week.rangesByDay).map(
    ({ range, days }): Schedule => ({
      id: idOf(days, range),
      startDate: anchor,
      ...(days.length === 7 ? { freq: 'daily' } : { freq: 'weekly', byDay: [...days] }),
      ...timesOf(range),
      ...flags,
    }),
  );
  if (!first) return { schedules: [onlyWords], understood: true };
  return { schedules: [{ ...first, words }, ...others], understood: true };
}

const longest = 140;

function shortened(text: string): string {
  const words = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return words.length <= longest ? words : `${cutText(words, longest - 1).trimEnd()}…`;
}

interface Opening {
  readonly range: Range;
  readonly days: readonly Weekday[];
}

function daysByRange(rangesByDay: ReadonlyMap<Weekday, readonly Range[]>): readonly Opening[] {
  const openings = new Map<string, { range: Range; days: Weekday[] }>();
  for (const day of weekdays) {
    for (const range of rangesByDay.get(day) ?? []) {
      const key = `${range.from}-${range.to}`;
      const known = openings.get(key);
      if (!known) openings.set(key, { range, days: [day] });
      else if (!known.days.includes(day)) known.days.push(day);
    }
  }
  return [...openings.values()];
}

const isWholeDay = ({ from, to }: Range): boolean => from === '00:00' && to === '00:00';

function timesOf(range: Range): Partial<Schedule> {
  if (isWholeDay(range)) return {};
  const overnight = range.to <= range.from ? { overnight: true } : {};
  return { startTime: range.from, endTime: range.to, ...overnight };
}

const idOf = (days: readonly Weekday[], range: Range): string =>
  `hours-${days.join('').toLowerCase()}-${`${range.from}${range.to}`.replaceAll(':', '')}`;
