import { beforeAll, describe, expect, it } from 'vitest';
import { createFormats, dateOf, type Formats, roundedMetres } from '#i18n/formats.ts';
import { localeOf } from '#i18n/locale.ts';
import { loadWords } from '#i18n/words.ts';

const now = () => new Date(2026, 5, 20, 0, 30);
const daysAgo = (days: number): Date => new Date(2026, 5, 20 - days, 23, 50);

describe('how far, how long, how old', () => {
  let formats: Formats;
  beforeAll(async () => {
    formats = createFormats(localeOf('en-GB'), await loadWords('en-GB', 'common'), now);
  });

  it.each([
    [0, 'right here'],
    [42, 'about 40 m'],
    [98, 'about 100 m'],
    [612, 'about 600 m'],
    [980, 'about 1 km'],
    [1449, 'about 1.4 km'],
    [12_345, 'about 12.3 km'],
  ])('says %d metres as %s', (metres, words) => {
    expect(formats.distance(metres)).toBe(words);
  });

  it('says minutes and accuracy in the singular and plural', () => {
    expect(formats.minutes(7)).toBe('7 min');
    expect(formats.onFoot(1)).toBe('1 minute on foot');
    expect(formats.onFoot(1200)).toBe('1,200 minutes on foot');
    expect(formats.accuracy(7.6)).toBe('within 8 metres');
    expect(formats.accuracy(0.2)).toBe('within 1 metre');
  });

  it.each([
    [0, 'today'],
    [1, 'yesterday'],
    [12, '12 days ago'],
    [14, '2 weeks ago'],
    [61, '2 months ago'],
    [364, '11 months ago'],
    [365, 'last year'],
    [800, '2 years ago'],
    [-1, 'tomorrow'],
  ])('says %d days by the calendar as %s', (days, words) => {
    expect(formats.age(daysAgo(days))).toBe(words);
  });

  it('names days, and the year only when it is another one', () => {
    expect(formats.day('2026-06-23')).toBe('Tuesday 23 June');
    expect(formats.day('2025-06-23')).toMatch(/^Monday,? 23 June 2025$/);
    expect(formats.date('2026-06-03')).toBe('3 Jun 2026');
    expect(formats.time(new Date(2026, 5, 1, 9, 5))).toBe('09:05');
  });

  it('joins names and sizes as people do', () => {
    expect(formats.list(['Dai', 'Mair', 'Joan'])).toBe('Dai, Mair and Joan');
    expect(formats.size(80_000)).toBe('80 kB');
    expect(formats.size(2_516_828)).toBe('2.5 MB');
  });

  it('takes a date without a time as a day here', () => {
    expect(dateOf('2026-03-29').getDate()).toBe(29);
    expect(dateOf('2026-03-29').getHours()).toBe(0);
  });

  it('never rounds a distance further than its step', () => {
    for (let metres = 0; metres < 3000; metres += 7) {
      expect(Math.abs(roundedMetres(metres) - metres)).toBeLessThanOrEqual(50);
    }
  });
});
