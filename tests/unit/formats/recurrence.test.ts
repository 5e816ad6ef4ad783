import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays } from '#domain/time/calendar-date.ts';
import { daysOf } from '#formats/recurrence.ts';
import { anySchedule } from './any-schedule.ts';
import { naiveDays } from './naive-days.ts';

test('a schedule happens on the days that a walk over every day finds', () => {
  fc.assert(
    fc.property(anySchedule, fc.integer({ min: -800, max: 3000 }), (schedule, offset) => {
      const from = addDays(schedule.startDate, offset);
      expect([...daysOf(schedule, from)]).toEqual(naiveDays(schedule, from));
    }),
    { numRuns: 300 },
  );
}, 60_000);
