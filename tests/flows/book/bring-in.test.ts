import { expect, test } from 'vitest';
import { aPlace, newBook } from '../../support/test-book.ts';

const about = { fileName: 'street.geojson', from: 'import-osm' as const };

const arriving = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: crypto.randomUUID(),
    type: 'place' as const,
    values: aPlace(`Place ${index}`),
  }));

test('what comes twice in one file stands there once, however far apart', async () => {
  const { book, catalogue, close } = await newBook();
  const items = arriving(120);
  const [first] = items;
  if (!first) throw new Error('nothing arrives');
  // Written just before, and long before.
  const twice = [...items.slice(0, 60), first, ...items.slice(60), first];
  const arrived = await book.bringIn(twice, about, () => {});
  expect(arrived).toMatchObject({ ok: true, value: { added: 120, already: 2, refused: 0 } });
  expect(await catalogue.things.where('kind').equals('places').count()).toBe(120);
  await close();
});

test('stopped half-way, all that came in goes out again, also what was on its way', async () => {
  const { book, catalogue, close } = await newBook();
  const stop = new AbortController();
  const seen: number[] = [];
  const onProgress = (done: number) => {
    seen.push(done);
    if (done >= 100) stop.abort();
  };
  const arrived = await book.bringIn(arriving(400), about, onProgress, stop.signal);
  expect(arrived).toMatchObject({ ok: false, error: { kind: 'import-stopped' } });
  expect(seen.at(-1)).toBe(100);
  const left = () => catalogue.things.where('kind').equals('places').count();
  expect(await left()).toBe(0);
  await book.rebuild(() => {});
  expect(await left()).toBe(0);
  await close();
});
