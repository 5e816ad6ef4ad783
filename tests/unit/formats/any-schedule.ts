import fc from 'fast-check';
import * as v from 'valibot';
import { type DatedSchedule, scheduleSchema } from '#domain/schedule/schedule.ts';
import { addDays, weekdays } from '#domain/time/calendar-date.ts';

const someDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays('2020-01-01', days));
const time = fc
  .integer({ min: 0, max: 1439 })
  .map((m) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`);

const times = fc.oneof(
  fc.constant({}),
  time.map((startTime) => ({ startTime })),
  fc
    .uniqueArray(time, { minLength: 2, maxLength: 2 })
    .map((two) => two.toSorted())
    .map(([startTime = '', endTime = '']) => ({ startTime, endTime })),
  fc.tuple(time, time).map(([startTime, endTime]) => ({ startTime, endTime, overnight: true })),
);

const weekday = fc.constantFrom(...weekdays);
const nthWeekday = fc
  .tuple(fc.constantFrom(1, 2, 3, 4, 5, -1, -2, -3, -4, -5), weekday)
  .map(([nth, day]) => `${nth}${day}`);
const monthDay = fc.oneof(fc.integer({ min: 1, max: 31 }), fc.integer({ min: -31, max: -1 }));

const frequency = fc.oneof(
  fc.constant({ freq: 'daily' as const }),
  fc.constant({ freq: 'weekly' as const }),
  fc
    .uniqueArray(weekday, { minLength: 1, maxLength: 7 })
    .map((byDay) => ({ freq: 'weekly' as const, byDay })),
  fc.constant({ freq: 'monthly' as const }),
  fc
    .uniqueArray(nthWeekday, { minLength: 1, maxLength: 4 })
    .map((byDay) => ({ freq: 'monthly' as const, byDay })),
  fc
    .uniqueArray(monthDay, { minLength: 1, maxLength: 4 })
    .map((byMonthDay) => ({ freq: 'monthly' as const, byMonthDay })),
  fc.constant({ freq: 'yearly' as const }),
);

const repeats = fc
  .record({
    startDate: someDay,
    times,
    frequency,
    interval: fc.option(fc.integer({ min: 1, max: 52 }), { nil: undefined }),
    end: fc.oneof(
      fc.constant({}),
      fc.integer({ min: 1, max: 500 }).map((count) => ({ count })),
      fc.integer({ min: 0, max: 1500 }).map((days) => ({ days })),
    ),
    except: fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 5 }),
    extra: fc.array(fc.integer({ min: 0, max: 200 }), { maxLength: 5 }),
  })
  .map(({ startDate, times: clock, frequency: rule, interval, end, except, extra }) => ({
    id: 'any',
    startDate,
    ...clock,
    ...rule,
    ...(interval === undefined ? {} : { interval }),
    ...('count' in end ? { count: end.count } : {}),
    ...('days' in end ? { until: addDays(startDate, end.days) } : {}),
    ...(except.length > 0 ? { exceptDates: except.map((days) => addDays(startDate, days)) } : {}),
    ...(extra.length > 0 ? { extraDates: extra.map((days) => addDays(startDate, days)) } : {}),
  }));

const once = fc.record({ startDate: someDay, times }).map(({ startDate, times: clock }) => ({
  id: 'any',
  startDate,
  ...clock,
  freq: 'once' as const,
}));

/** Any schedule of a rule that the schema takes, as it comes out of the schema. */
export const anySchedule: fc.Arbitrary<DatedSchedule> = fc
  .oneof({ weight: 1, arbitrary: once }, { weight: 12, arbitrary: repeats })
  .map((schedule) => v.parse(scheduleSchema, schedule) as DatedSchedule);
