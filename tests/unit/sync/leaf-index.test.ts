import { describe, expect, test } from 'vitest';
import { bucketsApart } from '#domain/receipt/receipt.ts';
import { leafIndex } from '#sync/leaf-index.ts';
import { envelope, madeUpId, noise } from '../../support/arriving-documents.ts';
import { chance } from '../../support/seeded.ts';
import { rootFrom } from '../hub/support/receipts.ts';
import { memoryStore } from './support/memory-store.ts';

type Store = ReturnType<typeof memoryStore>;

async function change(store: Store, dice: ReturnType<typeof chance>) {
  const _id = madeUpId(dice.below(40));
  await store.db.use(async (db) => {
    const there = await db.get(_id).catch(() => undefined);
    if (there && dice.in100(25)) await db.remove(_id, there._rev);
    else await db.put({ _id, ...(there && { _rev: there._rev }), ...envelope(noise(9)) } as never);
  });
}

const rootOf = async ({ db }: Store) =>
  rootFrom((await db.use(async (from) => from.changes({ since: 0, style: 'all_docs' }))).results);

describe('what this phone holds', () => {
  test('kept along is the same as counted anew, whatever happens', async () => {
    const [store, dice] = [memoryStore(), chance(4)];
    const index = leafIndex(store);
    for (let turn = 0; turn < 20; turn += 1) {
      for (let edit = 0; edit < dice.below(12); edit += 1) await change(store, dice);
      await Promise.all([index.catchUp(), index.catchUp()]);
      expect(await index.root()).toBe(await rootOf(store));
    }
  });

  test('differs from another store just in the buckets of what differs', async () => {
    const [one, two] = [memoryStore(), memoryStore()];
    const docs = Array.from({ length: 300 }, (_, at) => ({ _id: madeUpId(at), ...envelope() }));
    await one.db.use((db) => db.bulkDocs(docs.map((doc) => ({ ...doc })) as never));
    await two.db.use((db) => db.bulkDocs(docs.slice(3).map((doc) => ({ ...doc })) as never));
    const [ofOne, ofTwo] = [leafIndex(one), leafIndex(two)];
    await Promise.all([ofOne.catchUp(), ofTwo.catchUp()]);
    const apart = bucketsApart(ofOne.buckets(), ofTwo.buckets());
    expect(apart.size).toBeGreaterThan(0);
    expect(apart.size).toBeLessThanOrEqual(3);
    const found = (await ofOne.within(apart)).map(({ id }) => id);
    for (const { _id } of docs.slice(0, 3)) expect(found).toContain(_id);
    expect(found.length).toBeLessThan(30);
  });

  test('counted with a document as another has it gives that one’s root', async () => {
    const [one, two] = [memoryStore(), memoryStore()];
    const doc = { _id: madeUpId(1), ...envelope() };
    for (const { db } of [one, two]) await db.use((to) => to.put({ ...doc } as never));
    const before = leafIndex(two);
    await before.catchUp();
    const { _rev } = await one.db.use((db) => db.get(doc._id));
    await one.db.use((db) => db.put({ ...doc, _rev, c: 'BBBB' } as never));
    const index = leafIndex(one);
    await index.catchUp();
    expect(await index.root()).not.toBe(await before.root());
    expect(await index.root([{ id: doc._id, leaves: [_rev] }])).toBe(await before.root());
  });
});
