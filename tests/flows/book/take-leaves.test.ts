import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { Body } from '#domain/merge/body.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import { packBody } from '#domain/merge/pack.ts';
import type { Ref } from '#domain/record/values.ts';
import { type CircleStore, circleStore } from '#register/circle-store.ts';
import { everyLeaf } from '#register/every-leaf.ts';
import { livingDb } from '#register/living-db.ts';
import { bodyWith } from '#register/next-body.ts';
import { openCircleDb } from '#register/pouch.ts';
import { takeLeaves } from '#register/take-leaves.ts';
import { createSealer } from '#seal/bulk.ts';
import { deriveCircleKeys, makeCircleSecret } from '#seal/circle-keys.ts';
import { type CircleRing, circleRing } from '#seal/circle-ring.ts';
import { type LeafDoc, passGate } from '#seal/gate.ts';
import { makeIdKey } from '#seal/id-key.ts';
import { sealBody } from '#seal/seal.ts';
import { costlyRuns } from '../../support/runs.ts';

let ring: CircleRing;
let clock = Date.parse('2026-11-01T10:00:00Z');
const open: CircleStore[] = [];
const nothing: ReadonlySet<string> = new Set();

beforeAll(async () => {
  const of = { circle: 'r1-members', epoch: 1 };
  ring = circleRing(await makeIdKey(), [await deriveCircleKeys(makeCircleSecret(), of)]);
});
afterEach(async () => {
  for (const { db } of open.splice(0)) await db.use((store) => store.destroy());
});

/** One phone's copy of the circle, in this browser's own IndexedDB. */
function aPhone(): CircleStore {
  const register = crypto.randomUUID();
  const store = circleStore(
    livingDb(register, () => openCircleDb(register, 'members')),
    ring,
    createSealer(),
  );
  open.push(store);
  return store;
}

const ids = ['a', 'b', 'c'].map((letter) => `00000000-0000-4000-8000-00000000000${letter}`);
const refOf = (at: number): Ref => ({ type: 'place', id: ids[at % ids.length] ?? '' });

async function say(store: CircleStore, at: number, words: object, writer: string): Promise<void> {
  const ref = refOf(at);
  clock += 1_000;
  const facets = { device: {}, team: {}, members: { name: 'x', ...words } };
  const written = await store.write(ref, (current) =>
    bodyWith(current, { ref, home: 'members', facets, now: clock, writer } as never),
  );
  expect(written).toMatchObject({ ok: true });
}

async function leavesIn(store: CircleStore): Promise<readonly LeafDoc[]> {
  const docs: LeafDoc[] = [];
  for await (const leaf of everyLeaf(store)) {
    const passed = passGate(leaf);
    if (!passed.ok) throw new Error(`our own gate refuses ${JSON.stringify(leaf)}`);
    docs.push(passed.value);
  }
  return docs;
}

const take = async (store: CircleStore, docs: readonly LeafDoc[], erased = nothing) => {
  const taken = await takeLeaves(store, docs, erased);
  if (!taken.ok) throw new Error(taken.error.kind);
  return taken.value;
};

const textOf = (body: Body | undefined): string => (body ? canonicalText(packBody(body)) : 'none');

const allIn = (store: CircleStore): Promise<readonly string[]> =>
  Promise.all(ids.map(async (_, at) => textOf(await store.read(refOf(at)))));

const revsIn = async (store: CircleStore): Promise<readonly string[]> =>
  (await leavesIn(store)).map(({ _id, _rev }) => `${_id} ${_rev}`).sort();

interface Edit {
  readonly at: number;
  readonly words: string;
}
const edits = fc.array(
  fc.record({ at: fc.nat(2), words: fc.string({ minLength: 1, maxLength: 9 }) }),
  {
    maxLength: 5,
  },
);
const writeAll = async (store: CircleStore, all: readonly Edit[], writer: string) => {
  for (const { at, words } of all) await say(store, at, { summary: words }, writer);
};

test('A with B is B with A, A with A is A, whatever was said on either since they parted', async () => {
  await fc.assert(
    fc.asyncProperty(edits, edits, edits, edits, async (before, here, there, after) => {
      const [one, two] = [aPhone(), aPhone()];
      await writeAll(one, before, '00000000000000aa');
      await take(two, await leavesIn(one));
      await writeAll(one, here, '00000000000000aa');
      await writeAll(two, there, '00000000000000bb');
      const [ofOne, ofTwo] = [await leavesIn(one), await leavesIn(two)];
      const mine = await allIn(one);
      expect(await take(one, ofOne)).toMatchObject({ added: 0, resisted: 0 });
      expect(await allIn(one)).toEqual(mine);
      expect(await take(one, ofTwo)).toMatchObject({ resisted: 0, later: [] });
      expect(await take(two, ofOne.toReversed())).toMatchObject({ resisted: 0, later: [] });
      expect(await allIn(one)).toEqual(await allIn(two));
      expect(await revsIn(one)).toEqual(await revsIn(two));
      expect(await take(two, ofOne)).toMatchObject({ added: 0, resisted: 0 });
      // An edit joins what was apart, and clears it away.
      await writeAll(one, after, '00000000000000aa');
      expect(await take(two, await leavesIn(one))).toMatchObject({ resisted: 0, later: [] });
      expect(await allIn(two)).toEqual(await allIn(one));
      expect(await revsIn(two)).toEqual(await revsIn(one));
    }),
    costlyRuns(12),
  );
});

const childOf = (leaf: LeafDoc, hash = 'f'.repeat(32)) => {
  const { start, ids: history } = leaf._revisions;
  return {
    _id: leaf._id,
    _rev: `${start + 1}-${hash}`,
    _revisions: { start: start + 1, ids: [hash, ...history] },
  };
};

async function only(store: CircleStore): Promise<LeafDoc> {
  const [leaf] = await leavesIn(store);
  if (!leaf) throw new Error('nothing there');
  return leaf;
}

describe('whoever hands over a book may be hostile:', () => {
  test('an old body hung on the newest revision brings nothing back', async () => {
    const store = aPhone();
    await say(store, 0, { summary: 'first' }, '00000000000000aa');
    const old = await only(store);
    await say(store, 0, { summary: 'second' }, '00000000000000aa');
    const before = await allIn(store);
    const forged = { ...old, ...childOf(await only(store)) } as LeafDoc;
    expect(await take(store, [forged])).toMatchObject({ added: 1, resisted: 1 });
    expect(await allIn(store)).toEqual(before);
  });

  test('a tombstone takes away nothing that no notice has erased', async () => {
    const store = aPhone();
    await say(store, 0, { summary: 'here' }, '00000000000000aa');
    const before = await allIn(store);
    const leaf = await only(store);
    const tombstone = { ...childOf(leaf), _deleted: true } as LeafDoc;
    expect(await take(store, [tombstone])).toMatchObject({ added: 1, resisted: 1 });
    expect(await allIn(store)).toEqual(before);
    const again = (await leavesIn(store)).find((doc) => 'c' in doc);
    if (!again) throw new Error('nothing there');
    const noticed = { ...childOf(again), _deleted: true } as LeafDoc;
    const erased = await take(store, [noticed], new Set([leaf._id]));
    expect(erased).toMatchObject({ added: 1, resisted: 0 });
    expect((await allIn(store))[0]).toBe('none');
  });

  test('what was erased does not come back from an old book', async () => {
    const [store, old] = [aPhone(), aPhone()];
    await say(old, 0, { summary: 'forget me' }, '00000000000000aa');
    const book = await leavesIn(old);
    const erased = new Set(book.map(({ _id }) => _id));
    expect(await take(store, book, erased)).toMatchObject({ added: 0, buried: 1 });
    expect(await take(store, book, erased)).toMatchObject({ added: 0, buried: 0 });
    expect((await allIn(store))[0]).toBe('none');
  });

  test('a leaf that nobody can open, of a high generation, hides nothing', async () => {
    const store = aPhone();
    await say(store, 0, { summary: 'here' }, '00000000000000aa');
    const before = await allIn(store);
    const leaf = await only(store);
    const hash = 'e'.repeat(32);
    const garbage = {
      ...leaf,
      c: btoa('x'.repeat(80)),
      _rev: `90000-${hash}`,
      _revisions: { start: 90_000, ids: [hash] },
    } as LeafDoc;
    await take(store, [garbage]);
    expect(await allIn(store)).toEqual(before);
    const child = { ...garbage, ...childOf(leaf) } as LeafDoc;
    expect(await take(store, [child])).toMatchObject({ added: 1, resisted: 1 });
    expect(await allIn(store)).toEqual(before);
  });

  test('another record under this one’s id is not shown', async () => {
    const store = aPhone();
    await say(store, 0, { summary: 'here' }, '00000000000000aa');
    const before = await allIn(store);
    const leaf = await only(store);
    const other = await store.read(refOf(0));
    if (!other) throw new Error('nothing there');
    const sealed = await sealBody(packBody({ ...other, id: ids[1] ?? '' }), { id: leaf._id, ring });
    if (!sealed.ok) throw new Error(sealed.error.kind);
    const swapped = { ...sealed.value, ...childOf(leaf) } as LeafDoc;
    expect(await take(store, [swapped])).toMatchObject({ added: 1, resisted: 1 });
    expect(await allIn(store)).toEqual(before);
  });
});

test('both leaves of one document come in, though they come together', async () => {
  const [one, two, three] = [aPhone(), aPhone(), aPhone()];
  await say(one, 0, { summary: 'first' }, '00000000000000aa');
  await take(two, await leavesIn(one));
  await say(one, 0, { summary: 'of one' }, '00000000000000aa');
  await say(two, 0, { note: 'of two' }, '00000000000000bb');
  await take(one, await leavesIn(two));
  const both = await leavesIn(one);
  expect(both).toHaveLength(2);
  expect(await take(three, both)).toMatchObject({ added: 2, resisted: 0 });
  expect(await allIn(three)).toEqual(await allIn(one));
});
