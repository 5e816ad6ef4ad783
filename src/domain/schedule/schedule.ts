import * as v from 'valibot';
import {
  type CalendarDate,
  calendarDateSchema,
  type Weekday,
  weekdays,
} from '../time/calendar-date.ts';
import { timeOfDaySchema } from '../time/time-of-day.ts';
import { defaultTimeZone, type TimeZone, timeZoneSchema } from '../time/wall-clock.ts';
import { scheduleRules } from './schedule-rules.ts';

const frequencies = ['once', 'daily', 'weekly', 'monthly', 'yearly'] as const;
export type Frequency = (typeof frequencies)[number];

/** Days are listed once each and in a fixed order, so that equal schedules have equal bytes. */
const dateList = v.pipe(
  v.array(calendarDateSchema, 'not-a-list'),
  v.maxLength(366, 'too-many'),
  v.transform((days) => [...new Set(days)].sort()),
);

const byDaySchema = v.pipe(
  v.array(
    v.pipe(
      v.string('schedule-not-a-weekday'),
      v.regex(/^(-?[1-5])?(MO|TU|WE|TH|FR|SA|SU)$/, 'schedule-not-a-weekday'),
    ),
    'not-a-list',
  ),
  v.minLength(1, 'schedule-no-weekday'),
  v.maxLength(14, 'too-many'),
  v.transform((days) => [...new Set(days)].sort(byWeekday)),
);

function byWeekday(a: string, b: string): number {
  const place = (code: string) => weekdays.indexOf(weekdayIn(code)) * 16 + 8 + nthIn(code);
  return place(a) - place(b);
}

const monthDay = v.pipe(
  v.number('schedule-not-a-month-day'),
  v.integer('schedule-not-a-month-day'),
  v.minValue(-31, 'schedule-not-a-month-day'),
  v.maxValue(31, 'schedule-not-a-month-day'),
  v.notValue(0, 'schedule-not-a-month-day'),
);

const whole = (min: number, max: number, message: string) =>
  v.pipe(v.number(message), v.integer(message), v.minValue(min, message), v.maxValue(max, message));

const shape = v.object({
  /** Short and stable: lists of schedules merge as sets by it. */
  id: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{1,36}$/, 'not-an-id')),
  startDate: v.exactOptional(calendarDateSchema),
  tz: v.exactOptional(timeZoneSchema),
  startTime: v.exactOptional(timeOfDaySchema),
  endTime: v.exactOptional(timeOfDaySchema),
  overnight: v.exactOptional(v.boolean()),
  freq: v.exactOptional(v.picklist(frequencies, 'schedule-no-frequency')),
  interval: v.exactOptional(whole(1, 52, 'schedule-interval')),
  byDay: v.exactOptional(byDaySchema),
  byMonthDay: v.exactOptional(
    v.pipe(
      v.array(monthDay, 'not-a-list'),
      v.minLength(1, 'schedule-no-month-day'),
      v.maxLength(62, 'too-many'),
      v.transform((days) => [...new Set(days)].sort((a, b) => a - b)),
    ),
  ),
  until: v.exactOptional(calendarDateSchema),
  count: v.exactOptional(whole(1, 500, 'schedule-count')),
  exceptDates: v.exactOptional(dateList),
  extraDates: v.exactOptional(dateList),
  termTimeOnly: v.exactOptional(v.boolean()),
  exceptBankHolidays: v.exactOptional(v.boolean()),
  /** What the person said; kept even when parsed. */
  words: v.exactOptional(
    v.pipe(
      v.string('not-text'),
      v.normalize('NFC'),
      v.trim(),
      v.minLength(1, 'too-short'),
      v.maxLength(140, 'too-long'),
    ),
  ),
});

/**
 * One meeting or opening time, in the wall clock of `tz`: either a rule that starts on `startDate`
 * (no times = all day), or only `words`. A subset of RFC 5545. Absent `interval` means 1, absent
 * `tz` Europe/London. Issues carry keys of the `errors` catalogue and the path of the field.
 */
export const scheduleSchema = v.pipe(
  shape,
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    for (const rule of scheduleRules) {
      if (rule.holds(dataset.value)) continue;
      addIssue({
        message: rule.message,
        path: [
          {
            type: 'object',
            origin: 'value',
            input: dataset.value,
            key: rule.field,
            value: dataset.value[rule.field],
          },
        ],
      });
    }
  }),
);

export type Schedule = v.InferOutput<typeof scheduleSchema>;
export type DatedSchedule = Schedule & {
  readonly startDate: CalendarDate;
  readonly freq: Frequency;
};

/** False for a schedule that is only words: nothing can be worked out from it. */
export const isDated = (schedule: Schedule): schedule is DatedSchedule =>
  schedule.startDate !== undefined && schedule.freq !== undefined;

/** False where term dates or bank holidays decide: say "check first", never guess. */
export const isSure = ({ termTimeOnly, exceptBankHolidays }: Schedule): boolean =>
  !termTimeOnly && !exceptBankHolidays;

export const timeZoneOf = (schedule: Schedule): TimeZone => schedule.tz ?? defaultTimeZone;

export const weekdayIn = (code: string): Weekday => code.slice(-2) as Weekday;

/** 1 for `1TU`, -1 for `-1FR`, 0 for a plain `TU`. */
export const nthIn = (code: string): number => Number(code.slice(0, -2) || 0);
