import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { type Schedule, scheduleSchema } from '#domain/schedule/schedule.ts';
import { isOpen } from '#formats/occurrences.ts';
import { parseOpeningHours } from '#formats/opening-hours.ts';

const brief = ({ byDay, freq, startTime, endTime, overnight }: Schedule): string =>
  [byDay?.join(' ') ?? freq, `${startTime ?? ''}-${endTime ?? ''}`, overnight ? 'overnight' : '']
    .join(' ')
    .trim();

test.each([
  ['Mo-Fr 09:00-17:30; Sa 10:00-13:00', ['MO TU WE TH FR 09:00-17:30', 'SA 10:00-13:00']],
  ['24/7', ['daily -']],
  ['Mo-Su 08:00-24:00', ['daily 08:00-00:00 overnight']],
  ['Tu,Th 10:00-12:00', ['TU TH 10:00-12:00']],
  ['Su-Th 12:00-23:00', ['MO TU WE TH SU 12:00-23:00']],
  ['Mo-Fr 09:00-13:00,14:00-18:00', ['MO TU WE TH FR 09:00-13:00', 'MO TU WE TH FR 14:00-18:00']],
  ['Mo-Sa 09:00-17:00; We off', ['MO TU TH FR SA 09:00-17:00']],
  ['Mo 08:00-18:00, Tu 08:00-19:00, Sa-Su closed', ['MO 08:00-18:00', 'TU 08:00-19:00']],
  ['Fr-Sa 10:00-02:00', ['FR SA 10:00-02:00 overnight']],
  ['Mo-Th 9:00-17:00; SU Off', ['MO TU WE TH 09:00-17:00']],
  ['09:00-17:00', ['daily 09:00-17:00']],
])('%s', (text, schedules) => {
  const hours = parseOpeningHours(text);
  expect(hours.schedules.map(brief)).toEqual(schedules);
  expect(hours.schedules[0]?.words).toBe(text);
  expect(hours.understood).toBe(true);
});

test('holidays without dates become flags: check first', () => {
  const [flagged] = parseOpeningHours('Mo-Fr 09:00-17:00; PH off').schedules;
  expect(flagged).toMatchObject({ exceptBankHolidays: true });
  const [others] = parseOpeningHours('Mo-Sa 08:00-22:00; PH 08:00-20:00').schedules;
  expect(others).toMatchObject({ exceptBankHolidays: true });
  const [term] = parseOpeningHours('Mo-Fr 15:00-18:00; SH off').schedules;
  expect(term).toMatchObject({ termTimeOnly: true });
  const [always] = parseOpeningHours('Mo-Su,PH 09:00-17:00').schedules;
  expect(always).not.toHaveProperty('exceptBankHolidays');
});

test.each([
  'Mo-Su 09:00-17:00 open "subject to volunteers"',
  'Mar-Oct Mo-Sa 08:00-19:00',
  'Mo-Su dawn-dusk',
  '1633 276654',
  'Mo-Fr 09:00+',
  'Mo-Fr 09:00-25:00',
  'SH 09:00-12:00',
  'sometimes',
])('%s is kept as words only', (text) => {
  expect(parseOpeningHours(text)).toEqual({
    schedules: [{ id: 'hours-words', words: text }],
    understood: false,
  });
});

test('a place that never opens keeps its words, and the text "off" is understood', () => {
  expect(parseOpeningHours('Mo-Su off')).toEqual({
    schedules: [{ id: 'hours-words', words: 'Mo-Su off' }],
    understood: true,
  });
  expect(parseOpeningHours(' ')).toEqual({ schedules: [], understood: false });
});

test('two phones that import the same hours make the same schedules', () => {
  const text = 'Mo-Fr 09:00-17:30; Sa 10:00-13:00';
  expect(parseOpeningHours(text)).toEqual(parseOpeningHours(text));
  expect(new Set(parseOpeningHours(text).schedules.map(({ id }) => id)).size).toBe(2);
});

test('open by the wall clock, in summer and in winter', () => {
  const { schedules } = parseOpeningHours('Tu 10:00-12:00');
  expect(isOpen(schedules, new Date('2026-07-07T09:30:00Z'))).toBe(true);
  expect(isOpen(schedules, new Date('2026-07-07T11:30:00Z'))).toBe(false);
  expect(isOpen(schedules, new Date('2026-12-08T10:30:00Z'))).toBe(true);
  expect(isOpen(schedules, new Date('2026-12-08T09:30:00Z'))).toBe(false);
});

test('any text at all ends in schedules that the records take', () => {
  const bits = fc.constantFrom(
    ...['Mo', 'Fr', 'Su', 'PH', 'SH', '-', ',', ';', ' ', '09:00', '17:00', '24:00', 'off', '24/7'],
    ...['"', '+', '__proto__', '\u0000', '𐀀'],
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(bits, { maxLength: 40 }).map((b) => b.join('')),
  );
  fc.assert(
    fc.property(text, (typed) => {
      const { schedules } = parseOpeningHours(typed);
      for (const schedule of schedules) {
        expect(v.safeParse(scheduleSchema, schedule).issues).toBeUndefined();
      }
      expect(schedules.length > 0).toBe(typed.trim() !== '');
      expect(new Set(schedules.map(({ id }) => id)).size).toBe(schedules.length);
    }),
    { numRuns: 1500 },
  );
});

test('a megabyte of hours does not hang', () => {
  const text = 'Mo-Fr 09:00-17:00,'.repeat(60_000);
  expect(parseOpeningHours(text).understood).toBe(false);
});

const newport = '../shared/data/assets/osm-newport.geojson';

describe.skipIf(!existsSync(newport))('real hours of Newport (skipped without the extract)', () => {
  test('at least nine in ten are understood, all are kept', () => {
    const { features } = JSON.parse(readFileSync(newport, 'utf8'));
    const texts: string[] = features.flatMap(
      (feature: { properties: Record<string, string> }) =>
        feature.properties['opening_hours'] ?? [],
    );
    const parsed = texts.map(parseOpeningHours);
    const understood = parsed.filter((hours) => hours.understood).length;
    console.info(`opening hours understood: ${understood} of ${texts.length}`);
    expect(texts.length).toBeGreaterThan(300);
    expect(understood / texts.length).toBeGreaterThan(0.9);
    for (const { schedules } of parsed) expect(schedules[0]?.words).toBeTruthy();
  });
});
