import { expect, test } from 'vitest';
import { scheduleWords } from '#formats/schedule-words.ts';

test('a weekly club in term time', () => {
  expect(
    scheduleWords({
      id: 'a',
      startDate: '2026-01-06',
      startTime: '10:00',
      endTime: '12:00',
      freq: 'weekly',
      byDay: ['TU'],
      termTimeOnly: true,
      words: 'Tuesdays in term',
    }),
  ).toEqual({
    every: 'week',
    interval: 1,
    days: ['TU'],
    from: '10:00',
    to: '12:00',
    starts: '2026-01-06',
    termTime: true,
    said: 'Tuesdays in term',
  });
});

test('what the rule leaves to its first day is said', () => {
  const start = { id: 'a', startDate: '2026-01-06' };
  expect(scheduleWords({ ...start, freq: 'weekly' })).toMatchObject({ days: ['TU'] });
  expect(scheduleWords({ ...start, freq: 'monthly' })).toMatchObject({ monthDays: [6] });
  expect(scheduleWords({ ...start, freq: 'yearly' })).toMatchObject({
    every: 'year',
    on: '2026-01-06',
  });
  expect(scheduleWords({ ...start, freq: 'once' })).toEqual({
    every: 'once',
    on: '2026-01-06',
    starts: '2026-01-06',
  });
});

test('ordinals, ends and changes', () => {
  expect(
    scheduleWords({
      id: 'a',
      startDate: '2026-01-06',
      freq: 'monthly',
      interval: 2,
      byDay: ['1TU', '-1FR'],
      count: 6,
      exceptDates: ['2026-03-03'],
      extraDates: ['2026-03-10'],
      exceptBankHolidays: true,
    }),
  ).toEqual({
    every: 'month',
    interval: 2,
    weekdays: [
      { nth: 1, day: 'TU' },
      { nth: -1, day: 'FR' },
    ],
    starts: '2026-01-06',
    times: 6,
    notBankHolidays: true,
    cancelled: ['2026-03-03'],
    added: ['2026-03-10'],
  });
});

test('words alone stay words', () => {
  expect(scheduleWords({ id: 'a', words: 'most Tuesdays' })).toEqual({
    every: 'said',
    said: 'most Tuesdays',
  });
});
