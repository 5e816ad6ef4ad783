import { afterEach, expect, test, vi } from 'vitest';
import { circleDbName, openCircleDb } from '#register/pouch.ts';
import { aPlace, newBook, type TestBook } from '../../support/test-book.ts';

let open: TestBook | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  await open?.close();
});

const about = { fileName: 'list.csv', from: 'import-csv' } as const;

/** How many transactions on this database were open at the same time, and how many there were. */
function watchTransactions(name: string) {
  const seen = { now: 0, most: 0, all: 0 };
  const begin = IDBDatabase.prototype.transaction;
  vi.spyOn(IDBDatabase.prototype, 'transaction').mockImplementation(function (
    this: IDBDatabase,
    ...given
  ) {
    const work = begin.apply(this, given);
    if (!this.name.endsWith(name)) return work;
    seen.now += 1;
    seen.all += 1;
    seen.most = Math.max(seen.most, seen.now);
    const over = () => {
      seen.now -= 1;
    };
    work.addEventListener('complete', over);
    work.addEventListener('abort', over);
    return work;
  });
  return seen;
}

/** The revisions of which the body is still there, by document. */
async function bodiesOf(register: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const db = openCircleDb(register, 'members');
  const { results } = await db.changes({ since: 0 });
  const each = results.map(async ({ id }) => {
    const doc = await db.get(id, { revs_info: true });
    const held = (doc._revs_info ?? []).filter(({ status }) => status === 'available');
    return [id, held.map(({ rev }) => rev)] as const;
  });
  return new Map(await Promise.all(each));
}

test('old bodies go after an import, without holding the stores up', {
  timeout: 60_000,
}, async () => {
  open = await newBook();
  const { book, keys, device } = open;
  const items = Array.from({ length: 400 }, (_, n) => ({
    id: crypto.randomUUID(),
    type: 'place' as const,
    values: aPlace(`Bench ${n}`),
  }));
  const brought = await book.bringIn(items, about, () => {});
  expect(brought).toMatchObject({ ok: true, value: { added: 400 } });
  for (const { id } of items.slice(0, 20)) {
    await book.change({ type: 'place', id }, { summary: 'Shady' });
    await book.change({ type: 'place', id }, { summary: 'Shady and dry' });
  }
  const before = await bodiesOf(keys.register);
  expect([...before.values()].filter((held) => held.length === 3)).toHaveLength(20);

  const watched = watchTransactions(circleDbName(keys.register, 'members'));
  await open.catchUp();
  const seen = { ...watched };

  const after = await bodiesOf(keys.register);
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort());
  for (const [id, held] of after) expect(held, id).toEqual(before.get(id)?.slice(0, 1));
  expect(seen.all).toBeGreaterThan(40);
  // Two for each document at work, and not one for what was written only once.
  expect(seen.most).toBeLessThanOrEqual(20);
  expect(seen.all).toBeLessThan(100);
  const compacted = await device.preferences.get(
    `compacted:${circleDbName(keys.register, 'members')}`,
  );
  expect(compacted?.value).toBeGreaterThan(400);
});

test('a thing that moved to a narrower circle leaves no body behind', async () => {
  open = await newBook();
  const { book, keys } = open;
  const added = await book.add('place', { ...aPlace('Bench'), share: 'members' });
  if (!added.ok) throw new Error(added.error.kind);
  const ids = [...(await bodiesOf(keys.register)).keys()];
  await book.change({ type: 'place', id: added.value.id }, { share: 'team' });
  const db = openCircleDb(keys.register, 'members');
  const gone = (await db.changes({ since: 0, style: 'all_docs' })).results.filter(
    ({ deleted }) => deleted,
  );
  expect(gone.length).toBeGreaterThan(0);
  for (const { id, changes } of gone) {
    expect(ids).toContain(id);
    const [leaf] = changes;
    const [, ...older] =
      (await db.get(id, { rev: leaf?.rev ?? '', revs_info: true }))._revs_info ?? [];
    expect(older.length).toBeGreaterThan(0);
    expect(older.every(({ status }) => status !== 'available')).toBe(true);
  }
});
