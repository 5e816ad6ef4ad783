import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  calendarDateSchema,
  daysBetween,
  weekdayOf,
} from '#domain/time/calendar-date.ts';
import { timeOfDaySchema } from '#domain/time/time-of-day.ts';
import { instantOf, timeZoneSchema, wallAt } from '#domain/time/wall-clock.ts';

const iso = (day: string, time: string, zone?: string) =>
  instantOf({ day, time }, zone).toISOString();

test.each([
  ['2026-07-01', '10:00', '2026-07-01T09:00:00.000Z', 'summer'],
  ['2026-12-01', '10:00', '2026-12-01T10:00:00.000Z', 'winter'],
  ['2026-03-29', '00:59', '2026-03-29T00:59:00.000Z', 'just before the clocks go forward'],
  ['2026-03-29', '02:00', '2026-03-29T01:00:00.000Z', 'just after'],
  ['2026-03-29', '01:30', '2026-03-29T01:30:00.000Z', 'skipped: offset before the gap'],
  ['2026-10-25', '01:30', '2026-10-25T00:30:00.000Z', 'twice: the first'],
  ['2026-10-25', '02:00', '2026-10-25T02:00:00.000Z', 'after the clocks went back'],
])('%s %s in London is %s (%s)', (day, time, instant) => {
  expect(iso(day, time)).toBe(instant);
});

test('other zones, also with half hours and no clock changes', () => {
  expect(iso('2026-07-01', '10:00', 'Asia/Kolkata')).toBe('2026-07-01T04:30:00.000Z');
  expect(iso('2026-07-01', '10:00', 'America/New_York')).toBe('2026-07-01T14:00:00.000Z');
});

const zones = fc.constantFrom('Europe/London', 'America/New_York', 'Asia/Kolkata', 'Pacific/Apia');
const minute = fc
  .integer({ min: Date.UTC(1990, 0) / 60_000, max: Date.UTC(2090, 0) / 60_000 })
  .map((minutes) => new Date(minutes * 60_000));

test('the wall agrees with what the engine prints, and leads back to the instant', () => {
  fc.assert(
    fc.property(minute, zones, (instant, zone) => {
      const wall = wallAt(instant, zone);
      const printed = instant.toLocaleString('sv-SE', { timeZone: zone }).slice(0, 16);
      expect(`${wall.day} ${wall.time}`).toBe(printed);
      const back = instantOf(wall, zone);
      expect(wallAt(back, zone)).toEqual(wall);
      expect(back <= instant).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('days, months and weekdays count as the calendar does', () => {
  expect(addDays('2024-02-28', 1)).toBe('2024-02-29');
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
  expect(addMonths('2024-11-30', 3)).toBe('2025-02-28');
  expect(addMonths('2024-01-31', -2)).toBe('2023-11-30');
  expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31);
  expect(weekdayOf('2024-01-01')).toBe('MO');
  expect(weekdayOf('2026-11-22')).toBe('SU');
});

test('only days, times and zones that exist pass', () => {
  expect(v.is(calendarDateSchema, '2024-02-29')).toBe(true);
  for (const day of [
    '2023-02-29',
    '2024-02-31',
    '2024-13-01',
    '0000-01-01',
    '2024-1-1',
    20240101,
  ]) {
    expect(v.is(calendarDateSchema, day)).toBe(false);
  }
  expect(v.is(timeOfDaySchema, '23:59')).toBe(true);
  for (const time of ['24:00', '9:00', '12:60', ''])
    expect(v.is(timeOfDaySchema, time)).toBe(false);
  expect(v.is(timeZoneSchema, 'Europe/London')).toBe(true);
  for (const zone of ['Mars/Olympus', '', '__proto__', '+25:00']) {
    expect(v.is(timeZoneSchema, zone)).toBe(false);
  }
});
