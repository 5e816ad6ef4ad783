import * as v from 'valibot';
import { expect, test } from 'vitest';
import { scheduleSchema } from '#domain/schedule/schedule.ts';

const club = {
  id: 'a1',
  startDate: '2026-01-06',
  startTime: '10:00',
  endTime: '12:00',
  freq: 'weekly',
  byDay: ['TU'],
};

test.each([
  ['a weekly club', club],
  ['only words', { id: 'w', words: 'most Tuesdays unless it is raining' }],
  ['all day, once', { id: 'o', startDate: '2026-06-07', freq: 'once' }],
  ['overnight', { ...club, startTime: '20:00', endTime: '02:00', overnight: true }],
  ['first Tuesday', { ...club, freq: 'monthly', byDay: ['1TU', '-1FR'] }],
  [
    'the last of the month',
    { id: 'm', startDate: '2026-01-31', freq: 'monthly', byMonthDay: [-1] },
  ],
  ['twelve weeks', { ...club, count: 12 }],
  ['until and exceptions', { ...club, until: '2026-12-31', exceptDates: ['2026-04-07'] }],
  ['term time', { ...club, termTimeOnly: true, exceptBankHolidays: true, tz: 'Europe/London' }],
])('takes %s', (_, schedule) => {
  expect(v.safeParse(scheduleSchema, schedule)).toMatchObject({ success: true, output: schedule });
});

const bad: [string, string, object][] = [
  ['schedule-no-start-date', 'startDate', { id: 'x', freq: 'weekly', words: 'Tuesdays' }],
  ['schedule-no-start-date', 'startDate', { id: 'x' }],
  ['schedule-no-start-date', 'startDate', { id: 'x', words: 'at ten', startTime: '10:00' }],
  ['schedule-no-frequency', 'freq', { id: 'x', startDate: '2026-01-06' }],
  ['schedule-no-frequency', 'freq', { ...club, freq: 'hourly' }],
  ['schedule-end-before-start', 'endTime', { ...club, endTime: '09:00' }],
  ['schedule-end-before-start', 'endTime', { ...club, endTime: '10:00' }],
  ['schedule-end-without-start', 'startTime', { ...club, startTime: undefined }],
  [
    'schedule-overnight-without-times',
    'overnight',
    { ...club, endTime: undefined, overnight: true },
  ],
  ['schedule-once-repeats', 'freq', { id: 'x', startDate: '2026-01-06', freq: 'once', count: 3 }],
  ['schedule-days-do-not-fit', 'byDay', { ...club, byDay: ['1TU'] }],
  ['schedule-days-do-not-fit', 'byDay', { ...club, freq: 'monthly', byDay: ['TU'] }],
  ['schedule-days-do-not-fit', 'byDay', { ...club, freq: 'daily' }],
  ['schedule-not-a-weekday', 'byDay', { ...club, byDay: ['6TU'] }],
  ['schedule-not-a-weekday', 'byDay', { ...club, byDay: ['0TU'] }],
  ['schedule-no-weekday', 'byDay', { ...club, byDay: [] }],
  ['schedule-month-days-do-not-fit', 'byMonthDay', { ...club, byDay: undefined, byMonthDay: [1] }],
  [
    'schedule-days-twice',
    'byMonthDay',
    { ...club, freq: 'monthly', byDay: ['1TU'], byMonthDay: [1] },
  ],
  [
    'schedule-not-a-month-day',
    'byMonthDay',
    { ...club, freq: 'monthly', byDay: undefined, byMonthDay: [0] },
  ],
  ['schedule-until-and-count', 'until', { ...club, until: '2026-12-31', count: 3 }],
  ['schedule-until-before-start', 'until', { ...club, until: '2026-01-05' }],
  ['schedule-extra-before-start', 'extraDates', { ...club, extraDates: ['2025-12-30'] }],
  ['schedule-interval', 'interval', { ...club, interval: 53 }],
  ['schedule-interval', 'interval', { ...club, interval: 0.5 }],
  ['schedule-count', 'count', { ...club, count: 501 }],
  ['not-a-date', 'startDate', { ...club, startDate: '2026-02-31' }],
  ['not-a-time', 'startTime', { ...club, startTime: '25:00' }],
  ['not-a-time-zone', 'tz', { ...club, tz: 'Mars/Olympus' }],
  ['too-long', 'words', { ...club, words: 'x'.repeat(141) }],
  ['not-an-id', 'id', { ...club, id: '../x' }],
];

test.each(bad)('says %s beside %s', (message, field, schedule) => {
  const given = Object.fromEntries(
    Object.entries(schedule).filter(([, value]) => value !== undefined),
  );
  const issues = v.safeParse(scheduleSchema, given).issues ?? [];
  expect(issues.map((issue) => [issue.message, issue.path?.[0]?.key])).toContainEqual([
    message,
    field,
  ]);
});

test('lists come out in one order, each day once: equal schedules have equal bytes', () => {
  const parsed = v.parse(scheduleSchema, {
    ...club,
    byDay: ['TH', 'MO', 'TH'],
    exceptDates: ['2026-05-05', '2026-04-07', '2026-05-05'],
  });
  expect(parsed.byDay).toEqual(['MO', 'TH']);
  expect(parsed.exceptDates).toEqual(['2026-04-07', '2026-05-05']);
});

test('a hostile object is refused without harm', () => {
  const hostile = JSON.parse('{"id":"x","words":"hi","__proto__":{"polluted":true}}');
  const parsed = v.safeParse(scheduleSchema, hostile);
  expect(parsed.success && Object.keys(parsed.output)).toEqual(['id', 'words']);
  expect({}).not.toHaveProperty('polluted');
  expect(v.is(scheduleSchema, { ...club, exceptDates: Array(400).fill('2026-01-06') })).toBe(false);
});
