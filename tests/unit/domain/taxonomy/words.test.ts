import { describe, expect, test } from 'vitest';
import { giftTypes } from '#domain/taxonomy/gifts.ts';
import { assetTypes, catalogueKey } from '#domain/taxonomy/types.ts';
import catalogue from '#i18n/en-GB/taxonomy.json' with { type: 'json' };

const types: Readonly<Record<string, { label: string; synonyms: string }>> = catalogue.types;
const gifts: Readonly<Record<string, string>> = catalogue.gifts;
const synonymsOf = (id: string): string[] => (types[catalogueKey(id)]?.synonyms ?? '').split('|');

describe.each(assetTypes)('$id', ({ id }) => {
  test('has a label short enough for a row', () => {
    const label = types[catalogueKey(id)]?.label ?? '';
    expect(label).toMatch(/\p{L}/u);
    expect(label.length).toBeLessThanOrEqual(60);
  });

  test('has words people use, none empty, padded or twice', () => {
    const synonyms = synonymsOf(id);
    expect(synonyms.length).toBeGreaterThanOrEqual(4);
    expect(new Set(synonyms).size).toBe(synonyms.length);
    for (const word of synonyms) expect(word).toMatch(/^\p{L}(?:.*\S)?$|^\d\S*$/u);
  });
});

test.each(giftTypes)('$id is something a person says', ({ id }) => {
  expect(gifts[catalogueKey(id)]).toMatch(/^I (?:can|know|speak|am|care|like|love|help) /);
});

test('the catalogue names nothing that is not in the taxonomy', () => {
  expect(Object.keys(types).sort()).toEqual(assetTypes.map(({ id }) => catalogueKey(id)).sort());
  expect(Object.keys(gifts).sort()).toEqual(giftTypes.map(({ id }) => catalogueKey(id)).sort());
});

test('no two types of a kind have one label', () => {
  const labels = Object.values(types).map(({ label }) => label.toLowerCase());
  expect(new Set(labels).size).toBe(labels.length);
});
