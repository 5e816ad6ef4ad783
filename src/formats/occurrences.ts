import {
  type DatedSchedule,
  isDated,
  isSure,
  type Schedule,
  timeZoneOf,
} from '#domain/schedule/schedule.ts';
import { addDays, type CalendarDate } from '#domain/time/calendar-date.ts';
import { instantOf, wallAt } from '#domain/time/wall-clock.ts';
import { daysOf } from './recurrence.ts';

export interface Occurrence {
  readonly start: Date;
  /** Absent when only the start is known. An all-day one ends at the next midnight. */
  readonly end?: Date;
  readonly allDay: boolean;
  /** See `isSure` of a schedule. */
  readonly sure: boolean;
}

/** `unknown`: nothing here can be worked out (only words, or no closing time). */
export type Openness = 'open' | 'check-first' | 'closed' | 'unknown';

/** The occurrence that is on now, else the first to come, of any of these schedules. */
export function nextOccurrence(schedules: readonly Schedule[], now: Date): Occurrence | undefined {
  let next: Occurrence | undefined;
  for (const schedule of schedules.filter(isDated)) {
    const found = firstNotOver(schedule, now);
    if (found && (!next || found.start < next.start)) next = found;
  }
  return next;
}

function firstNotOver(schedule: DatedSchedule, now: Date): Occurrence | undefined {
  for (const day of daysOf(schedule, dayBefore(schedule, now))) {
    const occurrence = occurrenceOn(schedule, day);
    if ((occurrence.end ?? occurrence.start) > now || occurrence.start >= now) return occurrence;
  }
  return undefined;
}

export function openness(schedules: readonly Schedule[], now: Date): Openness {
  const dated = schedules.filter(isDated);
  if (dated.length === 0) return 'unknown';
  const running = dated.flatMap((schedule) => runningAt(schedule, now));
  if (running.some(({ sure, end }) => sure && end)) return 'open';
  if (running.some(({ end }) => end)) return 'check-first';
  return running.length > 0 || dated.length < schedules.length ? 'unknown' : 'closed';
}

/** Surely open now: what a filter "open now" may show without a caution. */
export const isOpen = (schedules: readonly Schedule[], now: Date): boolean =>
  openness(schedules, now) === 'open';

function runningAt(schedule: DatedSchedule, now: Date): Occurrence[] {
  const today = wallAt(now, timeZoneOf(schedule)).day;
  const running: Occurrence[] = [];
  for (const day of daysOf(schedule, addDays(today, -1), today)) {
    const occurrence = occurrenceOn(schedule, day);
    if (occurrence.start <= now && isNotOver(occurrence, day === today, now))
      running.push(occurrence);
  }
  return running;
}

const isNotOver = ({ end }: Occurrence, isToday: boolean, now: Date): boolean =>
  end ? end > now : isToday;

/** Whether any of them happens on that day of its own wall calendar. */
export const occursOn = (schedules: readonly Schedule[], day: CalendarDate): boolean =>
  schedules.filter(isDated).some((schedule) => !daysOf(schedule, day, day).next().done);

/**
 * Everything that overlaps `from` to `to` (excluded), in order of start; at most 366 of each
 * schedule and no more than 24 months from `from`.
 */
export function occurrencesBetween(
  schedules: readonly Schedule[],
  from: Date,
  to: Date,
): readonly Occurrence[] {
  return schedules
    .filter(isDated)
    .flatMap((schedule) => [...overlapping(schedule, from, to)])
    .sort((a, b) => a.start.getTime() - b.start.getTime());
}

function* overlapping(schedule: DatedSchedule, from: Date, to: Date): Generator<Occurrence> {
  const first = dayBefore(schedule, from);
  for (const day of daysOf(schedule, first, wallAt(to, timeZoneOf(schedule)).day)) {
    const occurrence = occurrenceOn(schedule, day);
    if (occurrence.start >= to) return;
    if ((occurrence.end ?? occurrence.start) <= from && occurrence.start < from) continue;
    yield occurrence;
  }
}

/** False for a rule that gives no date within 24 months of its start: an error to show. */
export const yieldsDates = (schedule: Schedule): boolean =>
  !isDated(schedule) || !daysOf(schedule, schedule.startDate).next().done;

const dayBefore = (schedule: DatedSchedule, instant: Date): CalendarDate =>
  addDays(wallAt(instant, timeZoneOf(schedule)).day, -1);

function occurrenceOn(schedule: DatedSchedule, day: CalendarDate): Occurrence {
  const zone = timeZoneOf(schedule);
  const { startTime, endTime, overnight } = schedule;
  const sure = isSure(schedule);
  const start = instantOf({ day, time: startTime ?? '00:00' }, zone);
  if (startTime === undefined) {
    const end = instantOf({ day: addDays(day, 1), time: '00:00' }, zone);
    return { start, end, allDay: true, sure };
  }
  if (endTime === undefined) return { start, allDay: false, sure };
  const end = instantOf({ day: overnight ? addDays(day, 1) : day, time: endTime }, zone);
  // A start that the clocks skip moves on by an hour and may pass its own end.
  return { start, end: end > start ? end : new Date(start), allDay: false, sure };
}
