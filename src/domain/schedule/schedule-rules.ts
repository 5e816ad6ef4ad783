import type { Schedule } from './schedule.ts';

interface ScheduleRule {
  /** The field the message stands beside. */
  readonly field: keyof Schedule;
  /** Key in the `errors` catalogue. */
  readonly message: string;
  readonly holds: (schedule: Schedule) => boolean;
}

const dateFields = [
  'startTime',
  'endTime',
  'interval',
  'byDay',
  'byMonthDay',
  'until',
  'count',
  'exceptDates',
  'extraDates',
] as const;

const hasOrdinal = (code: string): boolean => code.length > 2;

function daysFit({ freq, byDay }: Schedule): boolean {
  if (!byDay) return true;
  if (freq === 'weekly') return !byDay.some(hasOrdinal);
  return freq === 'monthly' && byDay.every(hasOrdinal);
}

function endsAfterStart({ startTime, endTime, overnight }: Schedule): boolean {
  if (startTime === undefined || endTime === undefined) return true;
  return overnight === true || endTime > startTime;
}

/** Rules between the fields of one schedule (domain rules for meeting and opening times). */
export const scheduleRules: readonly ScheduleRule[] = [
  {
    field: 'startDate',
    message: 'schedule-no-start-date',
    holds: (s) =>
      s.startDate !== undefined ||
      (s.words !== undefined &&
        s.freq === undefined &&
        dateFields.every((field) => s[field] === undefined)),
  },
  {
    field: 'freq',
    message: 'schedule-no-frequency',
    holds: (s) => s.startDate === undefined || s.freq !== undefined,
  },
  {
    field: 'startTime',
    message: 'schedule-end-without-start',
    holds: (s) => s.endTime === undefined || s.startTime !== undefined,
  },
  { field: 'endTime', message: 'schedule-end-before-start', holds: endsAfterStart },
  {
    field: 'overnight',
    message: 'schedule-overnight-without-times',
    holds: (s) => s.overnight !== true || s.endTime !== undefined,
  },
  {
    field: 'freq',
    message: 'schedule-once-repeats',
    holds: (s) =>
      s.freq !== 'once' ||
      (s.until === undefined && s.count === undefined && (s.interval ?? 1) === 1),
  },
  { field: 'byDay', message: 'schedule-days-do-not-fit', holds: daysFit },
  {
    field: 'byMonthDay',
    message: 'schedule-month-days-do-not-fit',
    holds: (s) => s.byMonthDay === undefined || s.freq === 'monthly',
  },
  {
    field: 'byMonthDay',
    message: 'schedule-days-twice',
    holds: (s) => s.byMonthDay === undefined || s.byDay === undefined,
  },
  {
    field: 'until',
    message: 'schedule-until-and-count',
    holds: (s) => s.until === undefined || s.count === undefined,
  },
  {
    field: 'until',
    message: 'schedule-until-before-start',
    holds: (s) => s.until === undefined || s.startDate === undefined || s.until >= s.startDate,
  },
  {
    field: 'extraDates',
    message: 'schedule-extra-before-start',
    holds: (s) =>
      s.extraDates === undefined ||
      s.startDate === undefined ||
      s.extraDates.every((day) => day >= (s.startDate ?? day)),
  },
];
