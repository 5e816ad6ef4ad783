import type { DatedSchedule } from '#domain/schedule/schedule.ts';
import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  daysInMonth,
  partsOf,
  weekdayOf,
  weekdays,
} from '#domain/time/calendar-date.ts';

/** The slow road: walk every day since the start and ask the rule about each. */
export function naiveDays(schedule: DatedSchedule, from: CalendarDate): CalendarDate[] {
  const first = from > schedule.startDate ? from : schedule.startDate;
  const last = addMonths(first, 24);
  const found: CalendarDate[] = [];
  let counted = 0;
  for (let day = schedule.startDate; day <= last; day = addDays(day, 1)) {
    let happens = false;
    if (ruleHas(schedule, day)) {
      counted += 1;
      happens =
        (schedule.count === undefined || counted <= schedule.count) &&
        (schedule.until === undefined || day <= schedule.until);
    }
    if (schedule.extraDates?.includes(day)) happens = true;
    if (schedule.exceptDates?.includes(day)) happens = false;
    if (happens && day >= first) found.push(day);
  }
  return found.slice(0, 366);
}

function ruleHas(schedule: DatedSchedule, day: CalendarDate): boolean {
  const start = partsOf(schedule.startDate);
  const at = partsOf(day);
  const step = schedule.interval ?? 1;
  const months = (at.year - start.year) * 12 + at.month - start.month;
  switch (schedule.freq) {
    case 'once':
      return day === schedule.startDate;
    case 'daily':
      return daysBetween(schedule.startDate, day) % step === 0;
    case 'weekly': {
      const monday = addDays(schedule.startDate, -weekdays.indexOf(weekdayOf(schedule.startDate)));
      const inWeek = Math.floor(daysBetween(monday, day) / 7) % step === 0;
      return inWeek && (schedule.byDay ?? [weekdayOf(schedule.startDate)]).includes(weekdayOf(day));
    }
    case 'monthly':
      return months % step === 0 && monthHas(schedule, day);
    case 'yearly':
      return (
        (at.year - start.year) % step === 0 && at.month === start.month && at.day === start.day
      );
  }
}

function monthHas(schedule: DatedSchedule, day: CalendarDate): boolean {
  const { year, month, day: date } = partsOf(day);
  const length = daysInMonth(year, month);
  if (schedule.byDay) {
    const codes = [
      `${Math.ceil(date / 7)}${weekdayOf(day)}`,
      `-${Math.ceil((length - date + 1) / 7)}${weekdayOf(day)}`,
    ];
    return schedule.byDay.some((code) => codes.includes(code));
  }
  const wanted = schedule.byMonthDay ?? [partsOf(schedule.startDate).day];
  return wanted.includes(date) || wanted.includes(date - length - 1);
}
