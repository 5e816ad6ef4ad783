import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Schedule } from '#domain/schedule/schedule.ts';
import { addDays } from '#domain/time/calendar-date.ts';
import { wallAt } from '#domain/time/wall-clock.ts';
import {
  isOpen,
  nextOccurrence,
  occurrencesBetween,
  occursOn,
  openness,
  yieldsDates,
} from '#formats/occurrences.ts';
import { anySchedule } from './any-schedule.ts';
import { naiveDays } from './naive-days.ts';

const club: Schedule = {
  id: 'club',
  startDate: '2026-01-06',
  startTime: '10:00',
  endTime: '12:00',
  freq: 'weekly',
  byDay: ['TU'],
};
const at = (text: string) => new Date(text);

test('a Tuesday club at ten stays at ten when the clocks change', () => {
  const starts = occurrencesBetween([club], at('2026-03-20T00:00:00Z'), at('2026-04-08T00:00:00Z'));
  expect(starts.map(({ start }) => start.toISOString())).toEqual([
    '2026-03-24T10:00:00.000Z',
    '2026-03-31T09:00:00.000Z',
    '2026-04-07T09:00:00.000Z',
  ]);
});

test('the next one is the one that is on, then the one to come', () => {
  const on = nextOccurrence([club], at('2026-11-24T11:00:00Z'));
  expect(on?.start.toISOString()).toBe('2026-11-24T10:00:00.000Z');
  const over = nextOccurrence([club], at('2026-11-24T12:00:00Z'));
  expect(over?.start.toISOString()).toBe('2026-12-01T10:00:00.000Z');
});

test('a cancelled day is skipped and an added one counts', () => {
  const changed = { ...club, exceptDates: ['2026-11-24'], extraDates: ['2026-11-26'] };
  const next = nextOccurrence([changed], at('2026-11-23T00:00:00Z'));
  expect(next?.start.toISOString()).toBe('2026-11-26T10:00:00.000Z');
  expect(occursOn([changed], '2026-11-24')).toBe(false);
  expect(occursOn([changed], '2026-11-26')).toBe(true);
});

test('the earliest of several schedules wins; words alone give nothing', () => {
  const fair: Schedule = { id: 'fair', startDate: '2026-11-28', freq: 'once' };
  const next = nextOccurrence([club, fair], at('2026-11-25T00:00:00Z'));
  expect(next).toEqual({
    start: at('2026-11-28T00:00:00Z'),
    end: at('2026-11-29T00:00:00Z'),
    allDay: true,
    sure: true,
  });
  expect(nextOccurrence([{ id: 'w', words: 'most Tuesdays' }], new Date(0))).toBeUndefined();
});

test('a night that starts before midnight is still open after it', () => {
  const bar: Schedule = {
    id: 'bar',
    startDate: '2026-01-02',
    startTime: '20:00',
    endTime: '02:00',
    overnight: true,
    freq: 'weekly',
  };
  expect(isOpen([bar], at('2026-11-28T01:30:00Z'))).toBe(true);
  expect(isOpen([bar], at('2026-11-28T02:00:00Z'))).toBe(false);
  expect(isOpen([bar], at('2026-11-27T19:59:00Z'))).toBe(false);
});

test('open, closed, check first and unknown are told apart', () => {
  const now = at('2026-11-24T11:00:00Z');
  expect(openness([club], now)).toBe('open');
  expect(openness([club], at('2026-11-24T13:00:00Z'))).toBe('closed');
  expect(openness([{ ...club, termTimeOnly: true }], now)).toBe('check-first');
  expect(openness([{ ...club, exceptBankHolidays: true }], now)).toBe('check-first');
  expect(openness([{ id: 'w', words: 'most days' }], now)).toBe('unknown');
  expect(openness([], now)).toBe('unknown');
  const { endTime: _, ...noEnd } = club;
  expect(openness([noEnd], now)).toBe('unknown');
});

test('term time and bank holidays make a date unsure', () => {
  const next = nextOccurrence([{ ...club, termTimeOnly: true }], at('2026-11-23T00:00:00Z'));
  expect(next?.sure).toBe(false);
});

test('rules that give no date in 24 months are found', () => {
  const base = { id: 'x', startDate: '2026-02-01' };
  expect(yieldsDates({ ...base, freq: 'monthly', interval: 12, byMonthDay: [31] })).toBe(false);
  expect(yieldsDates({ ...base, freq: 'monthly', interval: 12, byDay: ['5TU'] })).toBe(false);
  expect(yieldsDates({ ...base, freq: 'weekly', byDay: ['MO'], until: '2026-02-01' })).toBe(false);
  expect(yieldsDates({ ...base, freq: 'once' })).toBe(true);
  expect(yieldsDates({ ...base, freq: 'once', exceptDates: ['2026-02-01'] })).toBe(false);
  expect(yieldsDates({ id: 'w', words: 'most Tuesdays' })).toBe(true);
});

test('next, open now and on this day agree with a walk over every day', () => {
  fc.assert(
    fc.property(
      anySchedule,
      fc.integer({ min: -30, max: 900 }),
      fc.integer({ min: 0, max: 1439 }),
      (schedule, offset, minute) => {
        const day = addDays(schedule.startDate, offset);
        const now = new Date(Date.parse(`${day}T00:00:00Z`) + minute * 60_000);
        const days = naiveDays(schedule, addDays(day, -1));
        expect(occursOn([schedule], day)).toBe(days.includes(day));
        const next = nextOccurrence([schedule], now);
        const all = occurrencesBetween([schedule], now, new Date(now.getTime() + 700 * 86_400_000));
        if (all.length > 0) expect(next).toEqual(all[0]);
        if (next) expect((next.end ?? next.start) >= now).toBe(true);
        const openNow = all.some(({ start, end }) => end && start <= now && end > now);
        expect(isOpen([schedule], now)).toBe(openNow);
        // Both walks stop at 366, counted from their own first day: only what both reach is compared.
        const inside = (found: string) => found > addDays(day, 1) && found < addDays(day, 690);
        const reached = (walk: readonly string[]) => walk.filter(inside).slice(0, 360);
        expect(reached(all.map(({ start }) => wallAt(start).day))).toEqual(reached(days));
      },
    ),
    { numRuns: 150 },
  );
}, 30_000);
