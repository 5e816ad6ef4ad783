import { expect, test } from 'vitest';
import { movedToNow } from '#features/look-around/moved-days.ts';

const madeAt = '2026-11-23T09:00:00Z';
const at = (day: string) => ({ madeAt, now: Date.parse(`${day}T12:00:00Z`) });

const values = {
  createdAt: '2026-11-20T10:00:00Z',
  meets: [{ startDate: '2026-01-05', freq: 'monthly', byDay: ['1SA'], until: '2026-12-19' }],
  schedules: [{ startDate: '2026-12-04', freq: 'once', startTime: '19:30' }],
  words: 'Told on 2026-11-20, in the snug',
  years: { from: 1860 },
};

test('days and instants move on by whole weeks, words and what repeats stay', () => {
  expect(movedToNow(values, at('2027-03-11'))).toEqual({
    createdAt: '2027-03-05T10:00:00.000Z',
    meets: [{ startDate: '2026-01-05', freq: 'monthly', byDay: ['1SA'], until: '2027-04-03' }],
    schedules: [{ startDate: '2027-03-19', freq: 'once', startTime: '19:30' }],
    words: 'Told on 2026-11-20, in the snug',
    years: { from: 1860 },
  });
});

test.each(['2026-11-29', '2026-11-20', '2020-01-01'])(
  'within a week, and where the clock of the phone is behind, nothing moves: %s',
  (day) => {
    expect(movedToNow(values, at(day))).toEqual({
      ...values,
      createdAt: '2026-11-20T10:00:00.000Z',
    });
  },
);

test('weekdays stay what they were', () => {
  const [once] = movedToNow(values, at('2031-06-01')).schedules;
  expect(new Date(`${once?.startDate}T00:00:00Z`).getUTCDay()).toBe(5);
});
