import { expect, test } from 'vitest';
import { aPlace, newBook } from '../../support/test-book.ts';

test('what only came in is not compacted: whoever saves next would wait for it', async () => {
  const { book, device, catchUp, close } = await newBook();
  const items = Array.from({ length: 250 }, (_, index) => ({
    id: crypto.randomUUID(),
    type: 'place' as const,
    values: aPlace(`Place ${index}`),
  }));
  const about = { fileName: 'street.geojson', from: 'import-osm' as const };
  expect(await book.bringIn(items, about, () => {})).toMatchObject({ ok: true });
  const compactions = () => device.preferences.where('key').startsWith('replaced:').count();
  await catchUp();
  expect(await compactions()).toBe(0);

  const [first] = items;
  if (!first) throw new Error('nothing came in');
  for (let edit = 0; edit < 200; edit += 1)
    await book.change({ type: 'place', id: first.id }, { name: `Name ${edit}` });
  await catchUp();
  expect(await compactions()).toBe(1);
  await close();
});
