import ICAL from 'ical.js';
import type { DatedSchedule } from '#domain/schedule/schedule.ts';
import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  daysBetween,
  daysInMonth,
  partsOf,
  weekdayOf,
  weekdays,
} from '#domain/time/calendar-date.ts';

/** Expansion stops here, whichever comes first; a rule asked about later days starts afresh. */
const mostDays = 366;
const mostMonths = 24;

/**
 * The days on which a schedule happens, in order, from `from` on: the rule's days without
 * `exceptDates`, with `extraDates`. Ends at `to`, after 366 days or 24 months.
 */
export function* daysOf(
  schedule: DatedSchedule,
  from: CalendarDate,
  to?: CalendarDate,
): Generator<CalendarDate> {
  const first = from > schedule.startDate ? from : schedule.startDate;
  const limit = addMonths(first, mostMonths);
  const last = to !== undefined && to < limit ? to : limit;
  const cancelled = new Set(schedule.exceptDates);
  const added = (schedule.extraDates ?? []).filter((day) => day >= first && day <= last);
  let yielded = 0;
  for (const day of inOrder(ruleDays(schedule, first, last), added)) {
    if (cancelled.has(day)) continue;
    yield day;
    yielded += 1;
    if (yielded === mostDays) return;
  }
}

/** Two sorted runs of days as one, each day once. */
function* inOrder(
  rule: Iterable<CalendarDate>,
  added: readonly CalendarDate[],
): Generator<CalendarDate> {
  let next = 0;
  for (const day of rule) {
    for (let extra = added[next]; extra !== undefined && extra <= day; extra = added[next]) {
      if (extra < day) yield extra;
      next += 1;
    }
    yield day;
  }
  yield* added.slice(next);
}

function* ruleDays(
  schedule: DatedSchedule,
  first: CalendarDate,
  last: CalendarDate,
): Generator<CalendarDate> {
  if (schedule.freq === 'once') {
    if (schedule.startDate >= first && schedule.startDate <= last) yield schedule.startDate;
    return;
  }
  const end = schedule.until !== undefined && schedule.until < last ? schedule.until : last;
  const everyWeek = daysOfEveryWeek(schedule);
  if (everyWeek) {
    yield* daysAmong(everyWeek, first, end);
    return;
  }
  const start = schedule.count === undefined ? windForward(schedule, first) : schedule.startDate;
  if (start > end || isImpossible(schedule)) return;
  let counted = 0;
  for (const day of expand(schedule, start, end)) {
    if (day >= first) yield day;
    counted += 1;
    if (counted === schedule.count) return;
  }
}

/**
 * Most opening hours are this plain, and a list asks "open now" of every row: a walk over the days
 * is twenty times quicker than an iterator of ical.js.
 */
function daysOfEveryWeek(schedule: DatedSchedule): readonly string[] | undefined {
  const { startDate, freq, interval = 1, byDay, count } = schedule;
  if (interval !== 1 || count !== undefined) return undefined;
  if (freq === 'daily') return weekdays;
  return freq === 'weekly' ? (byDay ?? [weekdayOf(startDate)]) : undefined;
}

function* daysAmong(
  wanted: readonly string[],
  first: CalendarDate,
  end: CalendarDate,
): Generator<CalendarDate> {
  for (let day = first; day <= end; day = addDays(day, 1)) {
    if (wanted.includes(weekdayOf(day))) yield day;
  }
}

function expand(
  schedule: DatedSchedule,
  start: CalendarDate,
  end: CalendarDate,
): Iterable<CalendarDate> {
  const [only, ...others] = rulesOf(schedule);
  if (others.length === 0) return only ? icalDays(only, start, end) : [];
  const days = rulesOf(schedule).flatMap((rule) => [...icalDays(rule, start, end)]);
  return [...new Set(days)].sort();
}

type Rule = Parameters<typeof ICAL.Recur.fromData>[0];

function* icalDays(rule: Rule, start: CalendarDate, end: CalendarDate): Generator<CalendarDate> {
  const iterator = ICAL.Recur.fromData({ ...rule, until: icalDate(end) }).iterator(icalDate(start));
  for (let at = iterator.next(); at; at = iterator.next()) yield calendarDate(at);
}

const icalDate = (day: CalendarDate) => ICAL.Time.fromData({ ...partsOf(day), isDate: true });

/**
 * Rule parts that ical.js would read off the start date are spelt out, so the start may move. One
 * rule per ordinal weekday: ical.js 2.2.1 throws on two fifth weekdays in one rule.
 */
function rulesOf(schedule: DatedSchedule): readonly Rule[] {
  const { month, day } = partsOf(schedule.startDate);
  const { byDay, byMonthDay, interval = 1 } = schedule;
  switch (schedule.freq) {
    case 'once':
    case 'daily':
      return [{ freq: 'DAILY', interval }];
    case 'weekly':
      return [{ freq: 'WEEKLY', interval, byday: byDay ?? [weekdayOf(schedule.startDate)] }];
    case 'monthly':
      return byDay
        ? byDay.map((code) => ({ freq: 'MONTHLY', interval, byday: [code] }))
        : [{ freq: 'MONTHLY', interval, bymonthday: byMonthDay ?? [day] }];
    case 'yearly':
      return [{ freq: 'YEARLY', interval, bymonth: [month], bymonthday: [day] }];
  }
}

/** The last start in step with the rule that leaves no day from `first` on behind. */
function windForward(schedule: DatedSchedule, first: CalendarDate): CalendarDate {
  const { startDate, freq, interval = 1 } = schedule;
  if (first <= startDate) return startDate;
  const start = partsOf(startDate);
  const to = partsOf(first);
  const wholeSteps = (units: number) => Math.floor(units / interval) * interval;
  const days = daysBetween(startDate, first);
  switch (freq) {
    case 'once':
      return startDate;
    case 'daily':
      return addDays(startDate, wholeSteps(days));
    case 'weekly':
      return weekForward(startDate, first, interval);
    case 'monthly': {
      const months = wholeSteps((to.year - start.year) * 12 + to.month - start.month);
      return months === 0 ? startDate : addMonths(`${startDate.slice(0, 8)}01`, months);
    }
    case 'yearly': {
      const years = wholeSteps(to.year - start.year);
      return years === 0 ? startDate : calendarDate({ ...start, day: 1, year: start.year + years });
    }
  }
}

/** Weeks begin on Monday (the RFC's own choice), so steps count from the Monday of the start. */
function weekForward(startDate: CalendarDate, first: CalendarDate, interval: number): CalendarDate {
  const monday = addDays(startDate, -weekdays.indexOf(weekdayOf(startDate)));
  const weeks = Math.floor(daysBetween(monday, first) / 7 / interval) * interval;
  return weeks === 0 ? startDate : addDays(monday, weeks * 7);
}

/** A rule whose months never hold its days, such as the 31st every 12 months from a February. */
function isImpossible(schedule: DatedSchedule): boolean {
  if (schedule.freq !== 'monthly' || schedule.byDay) return false;
  const { month, day } = partsOf(schedule.startDate);
  const wanted = schedule.byMonthDay ?? [day];
  const longest = Math.max(...monthsVisited(month, schedule.interval ?? 1).map(longestOf));
  return wanted.every((date) => Math.abs(date) > longest);
}

const leapYear = 2024;
const longestOf = (month: number): number => daysInMonth(leapYear, month);

const monthsVisited = (month: number, interval: number): readonly number[] =>
  Array.from({ length: 12 }, (_, step) => ((month - 1 + step * interval) % 12) + 1);
