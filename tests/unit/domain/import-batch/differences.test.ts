import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { differencesOf, isPlainNews, withTaken } from '#domain/import-batch/differences.ts';
import { saidIn, shortOf } from '#domain/import-batch/said.ts';

const spot = (lon: number, capturedAt = '2026-11-01T10:00:00Z') => ({
  precision: 'exact',
  geometry: { type: 'Point', coordinates: [lon, 51.58] },
  capturedBy: 'import',
  capturedAt,
});
const fromFile: JsonObject = {
  name: 'Tinplate Park',
  assetType: 'place.park',
  summary: 'Grass and swings',
  location: spot(-2.99),
  tags: ['parc y tunplat'],
};
/** As the book holds it once the file has come in. */
const brought = (file: JsonObject): JsonObject => ({
  ...file,
  share: 'public',
  source: { kind: 'import-osm', batchId: 'b', said: saidIn('place', file) as JsonObject },
});
const here = brought(fromFile);
const taking = { batchId: 'later', retrievedAt: '2026-12-01T10:00:00Z' };

describe('a file beside what it brought', () => {
  it('has nothing to say when nothing has changed', () => {
    const later = { ...fromFile, location: spot(-2.99, '2026-12-24T10:00:00Z') };
    expect(differencesOf('place', here, later)).toEqual([]);
  });

  it('tells what is new in it, and what it no longer says', () => {
    const { summary: _, ...without } = fromFile;
    const found = differencesOf('place', here, { ...without, name: 'Tinplate Gardens' });
    expect(found).toEqual([
      { field: 'name', here: 'Tinplate Park', there: 'Tinplate Gardens', isOurs: false },
      { field: 'summary', here: 'Grass and swings', there: null, isOurs: false },
    ]);
    expect(found.map(isPlainNews)).toEqual([true, false]);
  });

  it('knows a neighbour’s word: another, a new or a cleared one', () => {
    const { summary: _, ...rest } = here;
    const edited = { ...rest, name: 'The Tin', cost: 'free' };
    const found = differencesOf('place', edited, { ...fromFile, cost: 'paid' });
    expect(found.map(({ field, isOurs }) => [field, isOurs])).toEqual([
      ['name', true],
      ['summary', true],
      ['cost', true],
    ]);
  });

  it('leaves alone the tags that neighbours added, and adds the file’s own when taken', () => {
    const edited = { ...here, tags: ['kites', 'parc y tunplat'] };
    expect(differencesOf('place', edited, fromFile)).toEqual([]);
    const found = differencesOf('place', edited, { ...fromFile, tags: ['tin park'] });
    expect(found).toMatchObject([{ field: 'tags', isOurs: true }]);
    const values = withTaken('place', edited, found, taking);
    expect(values?.['tags']).toEqual(['kites', 'parc y tunplat', 'tin park']);
  });

  it('takes nothing for certain of what came in before it remembered', () => {
    const old = { ...here, source: { kind: 'import-osm', batchId: 'b' } };
    const found = differencesOf('place', old, { ...fromFile, name: 'Tinplate Gardens' });
    expect(found).toMatchObject([{ field: 'name', isOurs: true }]);
  });

  it('never points at a place that has become secret', () => {
    const secret = { ...here, confidentialLocation: true, share: 'team', location: null };
    expect(differencesOf('place', secret, fromFile)).toEqual([]);
  });

  it('writes only what still says what was seen', () => {
    const found = differencesOf('place', here, { ...fromFile, name: 'New', summary: 'Also new' });
    const since = { ...here, name: 'A neighbour was quicker' };
    const values = withTaken('place', since, found, taking);
    expect(values).toMatchObject({ summary: 'Also new', source: { takenIn: 'later' } });
    expect(values).not.toHaveProperty('name');
    expect(withTaken('place', since, found.slice(0, 1), taking)).toBeUndefined();
  });
});

const words = fc.constantFrom('one', 'two', 'three', 'four');
const fields = fc.record(
  { name: words, summary: words, steward: words, cost: fc.constantFrom('free', 'paid') },
  { requiredKeys: ['name'] },
);
const acts = fc.array(
  fc.oneof(
    fc.record({
      is: fc.constant('edit' as const),
      values: fc.record({ summary: words, cost: fc.constant(null) }, { requiredKeys: [] }),
    }),
    fc.record({ is: fc.constant('file' as const), values: fields }),
  ),
  { maxLength: 12 },
);

/** What a neighbour last said of each field, where that is not what the file had said. */
function ownWords() {
  const file = new Map<string, unknown>();
  const ours = new Map<string, unknown>();
  return {
    ours,
    fileSays: (values: JsonObject) => {
      for (const [field, value] of Object.entries(values)) file.set(field, value);
    },
    edit: (field: string, value: unknown) => {
      if ((file.get(field) ?? null) === value) ours.delete(field);
      else ours.set(field, value);
    },
  };
}

it('property: taking all plain news, again and again, never loses a neighbour’s word', () => {
  fc.assert(
    fc.property(fields, acts, (first, history) => {
      const words = ownWords();
      let book = brought({ ...first, assetType: 'place.park' });
      words.fileSays(first);
      for (const act of history) {
        if (act.is === 'edit') {
          for (const [field, value] of Object.entries(act.values)) words.edit(field, value);
          book = { ...book, ...act.values };
          continue;
        }
        const file: JsonObject = { ...act.values, assetType: 'place.park' };
        const news = differencesOf('place', book, file).filter(isPlainNews);
        book = { ...book, ...withTaken('place', book, news, taking) };
        words.fileSays(Object.fromEntries(news.map(({ field, there }) => [field, there])));
        for (const [field, value] of words.ours) expect(book[field] ?? null).toBe(value);
      }
    }),
  );
});

it('tells words apart by a few letters', () => {
  const made = Array.from({ length: 500 }, (_, n) => shortOf('name', `Bench ${n}`));
  expect(new Set(made).size).toBe(500);
  expect(made.every((short) => short.length <= 5)).toBe(true);
});
