import { expect, test } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { isPlainNews } from '#domain/import-batch/differences.ts';
import { saidIn } from '#domain/import-batch/said.ts';
import type { Arriving, Parting } from '#services/book.ts';
import { aPlace, newBook, type TestBook } from '../../support/test-book.ts';

const place = 'place' as const;

/** As the reader of a file hands it over. */
function ofFile(id: string, values: JsonObject): Arriving {
  const said = saidIn(place, values);
  return { id, type: place, values: { ...values, source: { kind: 'import-osm', said } } };
}

const ids = Array.from({ length: 5 }, () => crypto.randomUUID());
const hours = (startTime: string, id = 'hours'): JsonObject => ({
  openingTimes: [{ id, startDate: '2024-01-01', freq: 'daily', startTime, endTime: '17:00' }],
});
const first = ids.map((id, n) =>
  ofFile(id, { ...aPlace(`Place ${n}`), summary: 'As the map says', ...hours('09:00') }),
);
const later = ids.map((id, n) =>
  ofFile(id, { ...aPlace(`Place ${n}, new`), summary: 'As the map says', ...hours('10:00') }),
);

async function bring(
  { book }: TestBook,
  items: readonly Arriving[],
  changes: readonly Parting[] = [],
) {
  const about = { fileName: 'street.geojson', from: 'import-osm' as const, changes };
  const arrived = await book.bringIn(items, about, () => {});
  if (!arrived.ok) throw new Error(arrived.error.kind);
  return arrived.value;
}

const valuesOf = async ({ book }: TestBook, id = '') => {
  const read = await book.read({ type: place, id });
  if (!read.ok) throw new Error(read.error.kind);
  return read.value.record as unknown as JsonObject;
};
const newsOnly = (partings: readonly Parting[]) =>
  partings.map((each) => ({ ...each, differences: each.differences.filter(isPlainNews) }));

test('the same file again has nothing to say, and writes nothing', async () => {
  const open = await newBook();
  await bring(open, first);
  const before = await open.catalogue.things.toArray();
  const compared = await open.book.compare(first, []);
  expect(compared).toEqual({ partings: [], same: 5, takenOut: [], ways: {} });
  expect(await open.catalogue.things.toArray()).toEqual(before);
  await open.close();
});

test('a newer file tells what is new; taken in one act, it is given back in one act', async () => {
  const open = await newBook();
  const [one, two, three] = ids;
  await bring(open, first);
  await open.book.change({ type: place, id: one ?? '' }, { name: 'The Old Steps' });
  const earlier = await Promise.all(ids.map((id) => valuesOf(open, id)));

  const { partings } = await open.book.compare(later, []);
  expect(partings.map(({ differences }) => differences.length)).toEqual([2, 2, 2, 2, 2]);
  const ours = partings.find(({ id }) => id === one)?.differences ?? [];
  expect(ours.map(({ field, isOurs }) => [field, isOurs]).sort()).toEqual([
    ['name', true],
    ['openingTimes', false],
  ]);

  const { batchId, changed, added } = await bring(open, [], newsOnly(partings));
  expect({ changed, added }).toEqual({ changed: 5, added: 0 });
  expect(await valuesOf(open, one)).toMatchObject({ name: 'The Old Steps', ...hours('10:00') });
  expect(await valuesOf(open, two)).toMatchObject({ name: 'Place 1, new', ...hours('10:00') });
  expect(await open.book.compare(later, [])).toMatchObject({ same: 4 });

  await open.book.change({ type: place, id: three ?? '' }, { name: 'Said since' });
  expect(await open.book.undoImport(batchId, () => {})).toEqual({ ok: true, value: 5 });
  const back = await Promise.all(ids.map((id) => valuesOf(open, id)));
  const told = (values: readonly JsonObject[]) =>
    values.map(({ name, openingTimes, summary }) => ({ name, openingTimes, summary }));
  const wanted = told(earlier).map((each, n) => (n === 2 ? { ...each, name: 'Said since' } : each));
  expect(told(back)).toEqual(wanted);
  // It remembers what the map had said then, so the newer file is news once more.
  const again = await open.book.compare(later, []);
  expect(newsOnly(again.partings).flatMap(({ differences }) => differences)).toHaveLength(8);
  expect(await open.book.undoImport(batchId, () => {})).toEqual({ ok: true, value: 0 });
  await open.book.rebuild(() => {});
  await open.close();
});

test('new things and changes are one act', async () => {
  const open = await newBook();
  await bring(open, first.slice(0, 2));
  const { partings } = await open.book.compare(later, []);
  expect(partings).toHaveLength(2);
  const { batchId, added, changed } = await bring(open, later.slice(2), partings);
  expect({ added, changed }).toEqual({ added: 3, changed: 2 });
  expect(await open.book.undoImport(batchId, () => {})).toEqual({ ok: true, value: 5 });
  const names = (await open.catalogue.things.where('kind').equals('places').toArray()).map(
    ({ name }) => name,
  );
  expect(names.sort()).toEqual(['Place 0', 'Place 1']);
  await open.close();
});

test('what a neighbour changed between the look and the act stays theirs', async () => {
  const open = await newBook();
  await bring(open, first);
  const { partings } = await open.book.compare(later, []);
  const [one] = ids;
  await open.book.change({ type: place, id: one ?? '' }, { name: 'Quicker' });
  await open.book.remove({ type: place, id: ids[1] ?? '' });
  const { changed } = await bring(open, [], partings);
  expect(changed).toBe(4);
  expect(await valuesOf(open, one)).toMatchObject({ name: 'Quicker', ...hours('10:00') });
  await open.close();
});

test('what a neighbour took out is told apart from what an undo took out', async () => {
  const open = await newBook();
  const { batchId } = await bring(open, first.slice(0, 3));
  await open.book.change({ type: place, id: ids[0] ?? '' }, { summary: 'Ours' });
  await open.book.remove({ type: place, id: ids[1] ?? '' });
  expect(await open.book.compare(first, [])).toMatchObject({
    same: 1,
    takenOut: [{ id: ids[1], name: 'Place 1' }],
  });
  await open.book.undoImport(batchId, () => {});
  expect(await open.book.compare(first, [])).toMatchObject({ same: 0, takenOut: [] });
  // Brought in anew, it still says what a neighbour had said.
  await bring(open, first.slice(0, 1));
  expect(await valuesOf(open, ids[0])).toMatchObject({ summary: 'Ours', name: 'Place 0' });
  await open.close();
});

test('tells how things are known elsewhere', async () => {
  const open = await newBook();
  const contact = {
    phones: [{ number: '+441633000001' }],
    website: 'https://www.pill.example/hall/',
  };
  const added = await open.book.add(place, { ...aPlace('Hall'), contact });
  if (!added.ok) throw new Error(added.error.kind);
  const { id } = added.value;
  const { ways } = await open.book.compare([], [{ type: place, id }]);
  expect(ways).toEqual({ [id]: ['+441633000001', 'pill.example/hall'] });
  await open.close();
});
