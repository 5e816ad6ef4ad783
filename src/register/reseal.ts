import { ok, type Result } from '#base/result.ts';
import type { CircleRing } from '#seal/circle-ring.ts';
import { type ClosedEpochs, isLate } from '#seal/closed-epochs.ts';
import type { CircleStore } from './circle-store.ts';
import { everyLeaf } from './every-leaf.ts';
import type { WriteFailure } from './home-store.ts';
import { provesItself, readLeaves } from './leaves.ts';
import { storeFailure } from './pouch-trouble.ts';
import { standBy } from './stand-by.ts';

type Leaves = AsyncIterable<object> | Iterable<object>;

/** As if no epoch had ever been closed. */
const withoutClosing = ({ idKey, byKeyId, current }: CircleRing): CircleRing => ({
  ...{ idKey, byKeyId, current },
});

async function lateAmong(leaves: Leaves, ring: CircleRing): Promise<ReadonlySet<string>> {
  const late = new Set<string>();
  for await (const leaf of leaves) {
    const { _id, _rev, k, _deleted } = leaf as Record<string, unknown>;
    if (_deleted || typeof k !== 'string') continue;
    const id = String(_id);
    if (await isLate(ring, { id, rev: String(_rev), k })) late.add(id);
  }
  return late;
}

async function sayAgain(store: CircleStore, id: string): Promise<boolean> {
  const open = { ...store, ring: withoutClosing(store.ring) };
  const leaves = await store.db.use((db) => readLeaves(db, open.ring, id));
  const [best] = leaves?.open ?? [];
  return best && !provesItself(best.body.type) ? standBy(open, id) : false;
}

/** How many documents were said again. */
type Resealed = Promise<Result<number, WriteFailure>>;

async function sealAnew(store: CircleStore, ids: Iterable<string>): Promise<number> {
  let count = 0;
  for (const id of ids) if (await sayAgain(store, id)) count += 1;
  return count;
}

/**
 * Seals with the newest key what lies here under a closed one and stands on no list: this phone
 * held it before it heard that the epoch is closed. Safe to repeat, the same on every phone.
 */
export async function resealAll(store: CircleStore, closed: ClosedEpochs): Resealed {
  try {
    const ring = { ...withoutClosing(store.ring), closed };
    return ok(await sealAnew(store, await lateAmong(everyLeaf(store), ring)));
  } catch (error) {
    return storeFailure(error);
  }
}

/**
 * The same of these documents, by what is closed here already: what a tab wrote that had not heard
 * of it. One that is in conflict is left: not all of it is this phone's own.
 */
export async function resealOwn(store: CircleStore, ids: readonly string[]): Resealed {
  if (!store.ring.closed || ids.length === 0) return ok(0);
  const asked = { keys: [...ids], include_docs: true, conflicts: true };
  try {
    const { rows } = await store.db.use((db) => db.allDocs(asked));
    const docs = rows.flatMap((row) => ('doc' in row && row.doc ? [row.doc] : []));
    const single = docs.filter(({ _conflicts }) => !_conflicts?.length);
    return ok(await sealAnew(store, await lateAmong(single, store.ring)));
  } catch (error) {
    return storeFailure(error);
  }
}

/** Documents of which something is set aside here. */
export const lateDocuments = (store: CircleStore): Promise<ReadonlySet<string>> =>
  lateAmong(everyLeaf(store), store.ring);
