import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { type Schedule, scheduleSchema } from '#domain/schedule/schedule.ts';
import { weekdays } from '#domain/time/calendar-date.ts';
import {
  onlyWords,
  patternOf,
  patterns,
  withNth,
  withPattern,
  withTimes,
  withWeekday,
} from '#forms/schedule-pattern.ts';

const today = '2026-11-24'; // a Tuesday, the fourth of its month
const blank: Schedule = { id: 'a', words: 'Tuesdays' };
const isValid = (schedule: Schedule) => v.safeParse(scheduleSchema, schedule).success;

const chosen = patterns.filter((pattern) => pattern !== 'other');
const time = fc.constantFrom('', '00:00', '09:30', '10:00', '23:59');

describe('a schedule in the making', () => {
  it('starts today, on today’s weekday', () => {
    expect(withPattern(blank, 'weekly', today)).toEqual({
      ...blank,
      startDate: today,
      freq: 'weekly',
      byDay: ['TU'],
    });
    expect(withPattern(blank, 'monthly-day', today).byDay).toEqual(['4TU']);
  });

  it('is what was chosen, and stays good whatever is chosen after what', () => {
    const step = fc.oneof(
      fc.constantFrom(...chosen).map((pattern) => (s: Schedule) => withPattern(s, pattern, today)),
      fc.tuple(fc.constantFrom(...weekdays), fc.boolean()).map(
        ([day, on]) =>
          (s: Schedule) =>
            s.freq === 'weekly' ? withWeekday(s, day, on) : s,
      ),
      fc.tuple(time, time).map(
        ([startTime, endTime]) =>
          (s: Schedule) =>
            withTimes(s, startTime === '' ? {} : { startTime, endTime }),
      ),
      fc.constant((s: Schedule) =>
        s.freq && s.freq !== 'once' ? { ...s, until: '2027-12-01' } : s,
      ),
    );
    fc.assert(
      fc.property(fc.constantFrom(...chosen), fc.array(step, { maxLength: 12 }), (first, steps) => {
        let schedule = withPattern(blank, first, today);
        expect(patternOf(schedule)).toBe(first);
        for (const change of steps) {
          schedule = change(schedule);
          expect(isValid(schedule)).toBe(true);
        }
        expect(schedule.words).toBe('Tuesdays');
        expect(onlyWords(schedule)).toEqual(blank);
      }),
    );
  });

  it('goes past midnight when it ends before it starts, and no longer when it does not', () => {
    const late = withTimes(
      { ...blank, startDate: today, freq: 'once' },
      { startTime: '22:00', endTime: '01:00' },
    );
    expect(late.overnight).toBe(true);
    expect(withTimes(late, { startTime: '20:00', endTime: '22:00' }).overnight).toBeUndefined();
  });

  it('leaves a rule alone that it has no words for', () => {
    const rule: Schedule = { id: 'a', startDate: today, freq: 'monthly', byMonthDay: [1, -1] };
    expect(patternOf(rule)).toBe('other');
    expect(withPattern(rule, 'other', today)).toBe(rule);
    expect(isValid(withPattern(rule, 'weekly', today))).toBe(true);
  });

  it('never loses its last weekday, and takes another one of the month', () => {
    const weekly = withPattern(blank, 'weekly', today);
    expect(withWeekday(weekly, 'TU', false)).toBe(weekly);
    expect(withNth(weekly, -1, 'FR').byDay).toEqual(['-1FR']);
  });
});
