import { ok, type Result } from '#base/result.ts';
import type { CircleStore } from '#register/circle-store.ts';
import { everyLeafOf } from '#register/every-leaf.ts';
import { type LeafDoc, passGate } from '#seal/gate.ts';
import type { CircleMemory } from './circle-memory.ts';
import type { HubCircle } from './hub-circle.ts';
import type { HubFailure } from './hub-failure.ts';

export interface LookBackParts {
  readonly memory: CircleMemory;
  readonly hub: HubCircle;
  readonly store: () => CircleStore;
  readonly now: () => number;
  /** From 0 to 1. */
  readonly random: () => number;
}

const dayMs = 24 * 60 * 60 * 1000;
const documentsAtOnce = 8;

const isDue = ({ memory, now }: LookBackParts): boolean => {
  const { lookedBackAt } = memory.state();
  // Also where a clock that ran ahead was set right since.
  return lookedBackAt !== undefined && Math.abs(now() - lookedBackAt) >= dayMs;
};

function drawn<T>(all: readonly T[], random: () => number): readonly T[] {
  const left = [...all];
  const count = Math.min(documentsAtOnce, left.length);
  return Array.from({ length: count }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat();
}

const saidBy = (doc: LeafDoc): string => ('c' in doc ? [doc.k, doc.e, doc.c].join() : 'gone');

/**
 * A receipt tells that the hub holds the right revisions, not that it can still give back what they
 * say. So once a day a few documents, drawn at random, are fetched and set beside what is here
 * (decision 31). Remembers how many of them it did not give back as they are.
 */
export async function lookBack(parts: LookBackParts): Promise<Result<null, HubFailure>> {
  const { memory, hub, store, now, random } = parts;
  if (memory.state().lookedBackAt === undefined) await memory.keep({ lookedBackAt: now() });
  if (!isDue(parts)) return ok(null);
  const names = drawn([...memory.index.all()], random).flatMap(({ id, leaves }) =>
    leaves.map((rev) => ({ id, rev })),
  );
  const told = await hub.read(names);
  if (!told.ok) return told;
  const given = new Map(told.value.docs.map((doc) => [`${doc._id} ${doc._rev}`, saidBy(doc)]));
  const here = (await everyLeafOf(store(), names)).flatMap((leaf) => {
    const passed = passGate(leaf);
    return passed.ok ? [passed.value] : [];
  });
  const astray = here.filter((doc) => given.get(`${doc._id} ${doc._rev}`) !== saidBy(doc));
  await memory.keep({ lookedBackAt: now(), astray: astray.length });
  return ok(null);
}
