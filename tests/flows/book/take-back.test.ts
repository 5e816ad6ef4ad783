import { expect, test } from 'vitest';
import { packBody } from '#domain/merge/pack.ts';
import type { ShareLevel } from '#domain/sharing/level.ts';
import { openRegister } from '#register/open-register.ts';
import { openCircleDb } from '#register/pouch.ts';
import { createSealer } from '#seal/bulk.ts';
import { sealBody } from '#seal/seal.ts';
import { bothRings } from '../../support/rings-in.ts';
import { aPlace, newBook, type TestBook } from '../../support/test-book.ts';

const levels: readonly ShareLevel[] = ['device', 'team', 'members', 'public'];

const arriving = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: crypto.randomUUID(),
    type: 'place' as const,
    values: { ...aPlace(`Place ${index}`), share: levels[index % levels.length] ?? 'members' },
  }));

async function broughtIn(book: TestBook['book'], items: ReturnType<typeof arriving>) {
  const about = { fileName: 'street.geojson', from: 'import-osm' as const };
  const arrived = await book.bringIn(items, about, () => {});
  if (!arrived.ok) throw new Error(arrived.error.kind);
  return arrived.value;
}

/** Another phone wrote the thing without knowing of ours: two leaves, one document. */
async function makeConflict({ keys }: TestBook, id: string): Promise<void> {
  const rings = await bothRings(keys);
  const opened = openRegister(keys.register, rings, createSealer());
  const { members } = opened.circles;
  if (!members) throw new Error('not in the circle');
  const ref = { type: 'place' as const, id };
  const body = await members.read(ref);
  const document = await members.idOf(ref);
  const sealed = body && (await sealBody(packBody(body), { id: document, ring: members.ring }));
  if (!sealed?.ok) throw new Error('nothing to be in conflict with');
  const db = openCircleDb(keys.register, 'members');
  const leaf = { ...sealed.value, _rev: `1-${'f'.repeat(32)}` };
  await db.bulkDocs([leaf], { new_edits: false });
  const { _conflicts } = await db.get(document, { conflicts: true });
  expect(_conflicts).toHaveLength(1);
  await db.close();
  await opened.close();
}

test('what came in goes out again: of every level, edited, in conflict or out already', async () => {
  const open = await newBook();
  const { book, catalogue, close } = open;
  const stays = await book.add('place', aPlace('Not of the import'));
  const items = arriving(60);
  const { batchId, added } = await broughtIn(book, items);
  expect(added).toBe(60);
  const [, , contested, edited, , , gone] = items.map(({ id }) => ({ type: 'place' as const, id }));
  if (!contested || !edited || !gone || !stays.ok) throw new Error('too few');
  await book.change(edited, { name: 'Edited since' });
  await book.remove(gone);
  await makeConflict(open, contested.id);

  const undone = await book.undoImport(batchId, () => {});
  expect(undone).toEqual({ ok: true, value: 59 });
  const left = () => catalogue.things.where('kind').equals('places').toArray();
  expect((await left()).map(({ id }) => id)).toEqual([stays.value.id]);
  await book.rebuild(() => {});
  expect((await left()).map(({ id }) => id)).toEqual([stays.value.id]);
  const history = await book.history(edited);
  expect(JSON.stringify(history)).toContain('Edited since');

  const again = await broughtIn(book, items);
  expect(again).toMatchObject({ added: 60, already: 0 });
  expect(await left()).toHaveLength(61);
  await close();
});

test('two tabs taking back the same import at once end in the same book', async () => {
  const open = await newBook();
  const { batchId } = await broughtIn(open.book, arriving(30));
  const both = await Promise.all([
    open.book.undoImport(batchId, () => {}),
    open.book.undoImport(batchId, () => {}),
  ]);
  expect(both.every(({ ok }) => ok)).toBe(true);
  expect(await open.catalogue.things.where('batchId').equals(batchId).count()).toBe(0);
  await open.close();
});
