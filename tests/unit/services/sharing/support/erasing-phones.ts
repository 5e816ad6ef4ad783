import { toHex } from '#base/bytes.ts';
import type { JsonObject } from '#base/json.ts';
import { ok } from '#base/result.ts';
import type { Ref } from '#domain/record/values.ts';
import type { Circle, Home } from '#domain/sharing/level.ts';
import { type CircleStore, circleStore } from '#register/circle-store.ts';
import { everyLeaf } from '#register/every-leaf.ts';
import type { HomeStore } from '#register/home-store.ts';
import { readLeaves } from '#register/leaves.ts';
import { type CircleStores, heldCircles } from '#register/open-register.ts';
import { recordWriter } from '#register/record-writer.ts';
import { takeLeaves } from '#register/take-leaves.ts';
import { createSealer } from '#seal/bulk.ts';
import type { CircleRing } from '#seal/circle-ring.ts';
import { type LeafDoc, passGate } from '#seal/gate.ts';
import { withBirth, withChanges } from '#services/book-commands.ts';
import { movingNotices } from '#services/moving.ts';
import { type ErasingParts, eraseEverywhere } from '#services/sharing/erasing.ts';
import { noticeBook } from '#services/sharing/notices.ts';
import { rescuing } from '#services/sharing/rescue.ts';
import type { LogState } from '#trust/log.ts';
import { papersIn } from '../../../../support/papers-in.ts';
import { memoryStore } from '../../../sync/support/memory-store.ts';
import { type Patch, type Phone, say, stateOf, valueIn } from '../../../trust/neighbours.ts';

export type Rings = Readonly<Partial<Record<Circle, CircleRing>>>;

/** Holds nothing and takes nothing in. */
export const nobody: HomeStore = {
  read: async () => undefined,
  has: async (refs) => refs.map(() => false),
  write: async () => ok(null),
  addMany: async () => ok(null),
  leave: async () => ok(null),
};

const leavesIn = async (store: CircleStore): Promise<readonly LeafDoc[]> => {
  const docs: LeafDoc[] = [];
  for await (const leaf of everyLeaf(store)) {
    const passed = passGate(leaf);
    if (passed.ok) docs.push(passed.value);
  }
  return docs;
};

let made = 0;
let clock = Date.parse('2026-11-26T10:00:00Z');

interface Named {
  readonly member: string;
  /** What it alone knows is only counted, unless it has a home for it. */
  readonly home?: HomeStore;
}

/** A phone of the patch with its circles in memory. */
export function erasingPhone(patch: Patch, rings: Rings, own: Phone, named: Named) {
  const { home = nobody } = named;
  const watch = { offMs: 0 };
  made += 1;
  const stores: CircleStores = Object.fromEntries(
    Object.entries(rings).map(([circle, ring]) => [
      circle,
      circleStore(memoryStore().db, ring, createSealer()),
    ]),
  );
  // Another name in each circle, and not in the same order.
  const [pseudonym, inTeam] = [made, 255 - made].map((at) => toHex(new Uint8Array(8).fill(at)));
  const now = () => {
    clock += 1_000;
    return clock + watch.offMs;
  };
  const writer = recordWriter({
    stores: { ...stores, device: home },
    writers: { device: pseudonym, team: inTeam, members: pseudonym } as Record<Home, string>,
    ...{ now, lock: (_, work) => work(), register: patch.root.register },
    moving: movingNotices({
      circles: stores,
      notices: () => ({ ...parts, writer }),
      heardOf: () => papersIn(stores, 'notice'),
    }),
  });
  const forgotten: string[] = [];
  const notices = noticeBook({
    heardOf: () => papersIn(stores, 'notice'),
    circles: stores,
    forget: async (circle, id) => {
      const store = stores[circle];
      const leaves = store && (await store.db.use((db) => readLeaves(db, store.ring, id)));
      if (leaves) forgotten.push(id);
      return ok(null);
    },
    rescue: rescuing({ circles: stores, own: home, register: patch.root.register }),
  });
  const write = async (ref: Ref, values: JsonObject): Promise<Ref> => {
    const born = { memberId: crypto.randomUUID(), now };
    valueIn(
      await writer.write(ref, (current) =>
        ok(current ? withChanges(current, values) : withBirth(ref.type, values, born)),
      ),
    );
    return ref;
  };
  const follow = async (state: LogState, isWhole = true) =>
    valueIn(await notices.follow(state, isWhole));

  /** As a round takes in what another phone has: judged, read, followed, handed over once more. */
  const hear = async (other: { readonly stores: CircleStores }, state = stateOf(patch)) => {
    for (const [circle, store] of heldCircles(stores).toReversed()) {
      const theirs = other.stores[circle];
      const docs = theirs ? await leavesIn(theirs) : [];
      const known = await notices.erased(state, circle);
      valueIn(await takeLeaves(store, docs, known, 'wait'));
      await follow(state, circle === 'team' || !stores.team);
      valueIn(await takeLeaves(store, docs, await notices.erased(state, circle), 'resist'));
    }
  };

  const parts: ErasingParts = {
    ...{ writer, memberId: crypto.randomUUID(), now, newId: () => crypto.randomUUID() },
    signingKey: own.signing.privateKey,
    signedBy: own.keys.sign,
    sharedAs: { member: named.member, device: named.member },
    circles: stores,
    log: {
      read: async () => stateOf(patch),
      sign: async (act) => ok(await say(patch, own, act)),
    },
    hangingOn: async () => [],
    follow: async () => {
      await follow(stateOf(patch));
      return ok(null);
    },
    forget: async () => ok(null),
  };
  return {
    ...{ stores, home, watch, writer, write, hear, follow, notices, forgotten, parts },
    add: (type: Ref['type'], values: JsonObject) =>
      write({ type, id: crypto.randomUUID() }, values),
    erase: (ref: Ref, hanging: readonly Ref[] = []) =>
      eraseEverywhere(ref, { ...parts, hangingOn: async () => hanging }),
    /** Whether any circle holds a living word of it. */
    holds: async (ref: Ref): Promise<boolean> => Object.keys(await writer.read(ref)).length > 0,
    /** Every leaf, and every older revision that can still be read, as one text. */
    everyByte: async (ref: Ref): Promise<string> => {
      const texts: string[] = [];
      for (const [, store] of heldCircles(stores)) texts.push(await bytesOf(store, ref));
      return texts.join('\n');
    },
  };
}

async function bytesOf(store: CircleStore, ref: Ref): Promise<string> {
  const id = await store.idOf(ref);
  const leaves = (await leavesIn(store)).filter(({ _id }) => _id === id);
  const revs = leaves.flatMap(({ _revisions: { start, ids } }) =>
    ids.map((hash, at) => `${start - at}-${hash}`),
  );
  const all = await Promise.all(
    revs.map((rev) => store.db.use((db) => db.get(id, { rev }).catch(() => undefined))),
  );
  return JSON.stringify(all.filter((doc) => doc !== undefined));
}
