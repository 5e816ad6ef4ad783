import * as v from 'valibot';
import { type CalendarDate, partsOf } from './calendar-date.ts';
import { minutesOf, type TimeOfDay } from './time-of-day.ts';

/** An IANA name such as `Europe/London`. */
export type TimeZone = string;
export const defaultTimeZone: TimeZone = 'Europe/London';

const hourMs = 3_600_000;
const formatByZone = new Map<TimeZone, Intl.DateTimeFormat>();

function formatOf(zone: TimeZone): Intl.DateTimeFormat {
  const known = formatByZone.get(zone);
  if (known) return known;
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatByZone.set(zone, format);
  return format;
}

const isTimeZone = (zone: string): boolean => {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
};

export const timeZoneSchema = v.pipe(
  v.string('not-a-time-zone'),
  v.maxLength(60, 'not-a-time-zone'),
  v.regex(/^[A-Za-z]/, 'not-a-time-zone'),
  v.check(isTimeZone, 'not-a-time-zone'),
);

interface Wall {
  readonly day: CalendarDate;
  readonly time: TimeOfDay;
}

/** What calendar and clock on the wall say at an instant. */
export function wallAt(instant: Date, zone: TimeZone = defaultTimeZone): Wall {
  const shown = new Date(instant.getTime() + offsetAt(instant.getTime(), zone)).toISOString();
  return { day: shown.slice(0, 10), time: shown.slice(11, 16) };
}

const asIfUtc = ({ day, time }: Wall): number => {
  const { year, month, day: date } = partsOf(day);
  return Date.UTC(year, month - 1, date, 0, minutesOf(time));
};

const quarterMs = 900_000;
const mostKnown = 20_000;
const knownOffsets = new Map<TimeZone, Map<number, number>>();

/** Asking Intl costs about 10 µs and "open now" asks for every row; offsets change on a quarter. */
function offsetAt(ms: number, zone: TimeZone): number {
  const quarter = Math.floor(ms / quarterMs);
  const known = knownOffsets.get(zone) ?? new Map<number, number>();
  const offset = known.get(quarter) ?? measuredOffset(quarter * quarterMs, zone);
  if (known.size > mostKnown) known.clear();
  knownOffsets.set(zone, known.set(quarter, offset));
  return offset;
}

function measuredOffset(ms: number, zone: TimeZone): number {
  const part: Record<string, string> = {};
  for (const { type, value } of formatOf(zone).formatToParts(ms)) part[type] = value;
  const year = (part['year'] ?? '').padStart(4, '0');
  const day = `${year}-${part['month']}-${part['day']}`;
  return asIfUtc({ day, time: `${part['hour']}:${part['minute']}` }) - ms;
}

/**
 * The instant at which the wall shows that day and time. As in RFC 5545: a time that comes twice
 * (clocks go back) is the first one; a time that is skipped counts with the offset before the gap.
 */
export function instantOf(wall: Wall, zone: TimeZone = defaultTimeZone): Date {
  const naive = asIfUtc(wall);
  const before = offsetAt(naive - 24 * hourMs, zone);
  const after = offsetAt(naive + 24 * hourMs, zone);
  const early = naive - before;
  if (before === after || offsetAt(early, zone) === before) return new Date(early);
  const late = naive - after;
  return new Date(offsetAt(late, zone) === after ? late : early);
}
