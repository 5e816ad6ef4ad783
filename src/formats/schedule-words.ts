import { isDated, nthIn, type Schedule, weekdayIn } from '#domain/schedule/schedule.ts';
import { type CalendarDate, partsOf, type Weekday, weekdayOf } from '#domain/time/calendar-date.ts';
import type { TimeOfDay } from '#domain/time/time-of-day.ts';

interface NthWeekday {
  /** 1–5, or -1 for the last, -2 for the last but one. */
  readonly nth: number;
  readonly day: Weekday;
}

interface Clock {
  /** Both absent = all day. */
  readonly from?: TimeOfDay;
  readonly to?: TimeOfDay;
  readonly overnight?: true;
}

interface Limits {
  readonly starts: CalendarDate;
  readonly until?: CalendarDate;
  readonly times?: number;
  readonly termTime?: true;
  readonly notBankHolidays?: true;
  readonly cancelled?: readonly CalendarDate[];
  readonly added?: readonly CalendarDate[];
  /** As the person said it. */
  readonly said?: string;
}

type Rhythm =
  | { readonly every: 'once'; readonly on: CalendarDate }
  | { readonly every: 'day'; readonly interval: number }
  | { readonly every: 'week'; readonly interval: number; readonly days: readonly Weekday[] }
  | {
      readonly every: 'month';
      readonly interval: number;
      readonly weekdays?: readonly NthWeekday[];
      /** 1–31, or -1 for the last day. */
      readonly monthDays?: readonly number[];
    }
  | { readonly every: 'year'; readonly interval: number; readonly on: CalendarDate };

/** The parts of a sentence about a schedule; the catalogues hold the sentences. */
export type ScheduleWords =
  | { readonly every: 'said'; readonly said: string }
  | (Rhythm & Clock & Limits);

export function scheduleWords(schedule: Schedule): ScheduleWords {
  if (!isDated(schedule)) return { every: 'said', said: schedule.words ?? '' };
  return {
    ...rhythmOf(schedule, schedule.startDate),
    ...clockOf(schedule),
    ...limitsOf(schedule, schedule.startDate),
  };
}

function rhythmOf(schedule: Schedule, startDate: CalendarDate): Rhythm {
  const { freq, interval = 1, byDay, byMonthDay } = schedule;
  switch (freq) {
    case 'daily':
      return { every: 'day', interval };
    case 'weekly':
      return { every: 'week', interval, days: byDay?.map(weekdayIn) ?? [weekdayOf(startDate)] };
    case 'monthly':
      return byDay
        ? { every: 'month', interval, weekdays: byDay.map(nthWeekday) }
        : { every: 'month', interval, monthDays: byMonthDay ?? [partsOf(startDate).day] };
    case 'yearly':
      return { every: 'year', interval, on: startDate };
    default:
      return { every: 'once', on: startDate };
  }
}

const nthWeekday = (code: string): NthWeekday => ({ nth: nthIn(code), day: weekdayIn(code) });

const clockOf = ({ startTime, endTime, overnight }: Schedule): Clock => ({
  ...(startTime === undefined ? {} : { from: startTime }),
  ...(endTime === undefined ? {} : { to: endTime }),
  ...(overnight ? { overnight: true } : {}),
});

const limitsOf = (schedule: Schedule, starts: CalendarDate): Limits => ({
  starts,
  ...(schedule.until === undefined ? {} : { until: schedule.until }),
  ...(schedule.count === undefined ? {} : { times: schedule.count }),
  ...(schedule.termTimeOnly ? { termTime: true } : {}),
  ...(schedule.exceptBankHolidays ? { notBankHolidays: true } : {}),
  ...(schedule.exceptDates?.length ? { cancelled: schedule.exceptDates } : {}),
  ...(schedule.extraDates?.length ? { added: schedule.extraDates } : {}),
  ...(schedule.words === undefined ? {} : { said: schedule.words }),
});
