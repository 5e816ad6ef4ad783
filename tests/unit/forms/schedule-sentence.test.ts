import { beforeAll, describe, expect, it } from 'vitest';
import type { Schedule } from '#domain/schedule/schedule.ts';
import { scheduleSentence } from '#forms/schedule-sentence.ts';
import { createFormats, type Formats } from '#i18n/formats.ts';
import { localeOf } from '#i18n/locale.ts';
import { loadWords, type Words } from '#i18n/words.ts';

let t: Words<'fields'>;
let formats: Formats;
beforeAll(async () => {
  t = await loadWords('en-GB', 'fields');
  const common = await loadWords('en-GB', 'common');
  formats = createFormats(localeOf('en-GB'), common, () => new Date('2026-11-24T12:00:00Z'));
});

const cases: readonly [string, Omit<Schedule, 'id'>][] = [
  ['most Fridays unless it rains', { words: 'most Fridays unless it rains' }],
  [
    'Tuesdays, 10:00 to 12:00, term time only',
    {
      startDate: '2026-09-01',
      freq: 'weekly',
      byDay: ['TU'],
      startTime: '10:00',
      endTime: '12:00',
      termTimeOnly: true,
    },
  ],
  [
    'Mondays and Thursdays, from 18:30',
    { startDate: '2026-09-01', freq: 'weekly', byDay: ['MO', 'TH'], startTime: '18:30' },
  ],
  [
    'Monday to Friday, all day, not on bank holidays',
    {
      startDate: '2026-09-01',
      freq: 'weekly',
      byDay: ['MO', 'TU', 'WE', 'TH', 'FR'],
      exceptBankHolidays: true,
    },
  ],
  [
    'Every other Saturday, all day',
    { startDate: '2026-09-05', freq: 'weekly', interval: 2, byDay: ['SA'] },
  ],
  [
    'Every 3 weeks on Monday, all day',
    { startDate: '2026-09-07', freq: 'weekly', interval: 3, byDay: ['MO'] },
  ],
  [
    'The first Tuesday of the month, all day',
    { startDate: '2026-09-01', freq: 'monthly', byDay: ['1TU'] },
  ],
  [
    'The last Friday of every 2 months, all day',
    { startDate: '2026-09-01', freq: 'monthly', interval: 2, byDay: ['-1FR'] },
  ],
  [
    'On day 1 and the last day of the month, all day',
    { startDate: '2026-09-01', freq: 'monthly', byMonthDay: [1, -1] },
  ],
  [
    'On day 15 of every 2 months, all day',
    { startDate: '2026-09-15', freq: 'monthly', interval: 2 },
  ],
  [
    'Every day, 22:00 to 02:00 the next day',
    {
      startDate: '2026-09-01',
      freq: 'daily',
      startTime: '22:00',
      endTime: '02:00',
      overnight: true,
    },
  ],
  ['Sunday 6 December, all day', { startDate: '2026-12-06', freq: 'once' }],
  [
    'Wednesdays, all day, until 1 Dec 2026',
    { startDate: '2026-09-02', freq: 'weekly', byDay: ['WE'], until: '2026-12-01' },
  ],
];

describe('the sentence a schedule means', () => {
  it.each(cases)('%s', (sentence, schedule) => {
    expect(scheduleSentence({ id: 'a', ...schedule }, t, formats)).toBe(sentence);
  });
});
