import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isJsonObject, type Json } from '#base/json.ts';
import { welshAge, welshDate, welshDay, welshList } from '#i18n/welsh-dates.ts';

const folder = new URL('../../../src/i18n/', import.meta.url);
const files = readdirSync(new URL('en-GB/', folder)).filter((name) => name.endsWith('.json'));
const endings = ['zero', 'one', 'two', 'few', 'many', 'other'];

function leaves(words: Json, path = ''): [key: string, text: string][] {
  if (!isJsonObject(words)) return [[path, words as string]];
  return Object.entries(words).flatMap(([key, value]) =>
    leaves(value, path ? `${path}.${key}` : key),
  );
}

const wordsOf = (locale: string, file: string): Map<string, string> =>
  new Map(leaves(JSON.parse(readFileSync(new URL(`${locale}/${file}`, folder), 'utf8')) as Json));

const holes = (text = ''): string[] => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

describe.each(files)('Welsh %s', (file) => {
  const english = wordsOf('en-GB', file);
  const welsh = wordsOf('cy', file);
  const plural = (key: string) => /^(.*)_(one|other)$/.exec(key)?.[1];

  it('has every sentence, and none that is no longer said', () => {
    const wanted = [...english.keys()].flatMap((key) => {
      const base = plural(key);
      return base ? endings.map((ending) => `${base}_${ending}`) : [key];
    });
    expect([...welsh.keys()].sort()).toEqual([...new Set(wanted)].sort());
  });

  it('fills the same holes', () => {
    for (const [key, text] of welsh) {
      const base = /^(.*)_(zero|one|two|few|many|other)$/.exec(key)?.[1];
      const source = english.get(key) ?? english.get(`${base}_other`);
      // Where the number is said in words, it has no hole.
      const spare = base ? ['{{count}}', '{{amount}}'] : [];
      const missing = holes(source).filter((hole) => !holes(text).includes(hole));
      expect(
        missing.filter((hole) => !spare.includes(hole)),
        key,
      ).toEqual([]);
      expect(
        holes(text).filter((hole) => !holes(source).includes(hole)),
        key,
      ).toEqual([]);
    }
  });
});

it('says days and dates', () => {
  const thursday = new Date(2026, 10, 26);
  expect(welshDay(thursday, false)).toBe('Dydd Iau, 26 Tachwedd');
  expect(welshDay(thursday, true)).toBe('Dydd Iau, 26 Tachwedd 2026');
  expect(welshDate(thursday)).toBe('26 Tach 2026');
});

it.each([
  [0, 'day', 'heddiw'],
  [-0, 'day', 'heddiw'],
  [-1, 'day', 'ddoe'],
  [1, 'day', 'yfory'],
  [-2, 'day', '2 ddiwrnod yn ôl'],
  [-12, 'day', '12 diwrnod yn ôl'],
  [-3, 'week', '3 wythnos yn ôl'],
  [-2, 'month', '2 fis yn ôl'],
  [-1, 'year', 'blwyddyn yn ôl'],
  [-3, 'year', '3 blynedd yn ôl'],
  [-10, 'year', '10 o flynyddoedd yn ôl'],
  [3, 'week', 'ymhen 3 wythnos'],
] as const)('says %d %s', (amount, unit, said) => {
  expect(welshAge(amount, unit)).toBe(said);
});

it.each([
  [[], ''],
  [['Dai'], 'Dai'],
  [['Dai', 'Mair'], 'Dai a Mair'],
  [['Dai', 'Mair', '“Elin”'], 'Dai, Mair ac “Elin”'],
  [['te', 'ŵy'], 'te ac ŵy'],
])('joins %j', (parts, said) => {
  expect(welshList(parts)).toBe(said);
});
