import { ok, type Result } from '#base/result.ts';
import type { CircleStore } from '#register/circle-store.ts';
import { type StoreFailure, storeFailure } from '#register/pouch-trouble.ts';
import type { LeafDoc } from '#seal/gate.ts';
import type { CircleMemory } from './circle-memory.ts';
import type { DeniedDoc, HubCircle } from './hub-circle.ts';
import { hubDb, replicateOnce } from './hub-db.ts';
import type { HubFailure } from './hub-failure.ts';
import type { SyncState } from './sync-state.ts';
import type { Tally } from './tally.ts';

export interface PushParts {
  readonly store: () => CircleStore;
  readonly memory: CircleMemory;
  readonly tally: Tally;
  readonly hub: HubCircle;
  readonly generation: string;
}

const batch = 200;

/** Where there is something that the hub may not have: what a receipt covers it has. */
function beginning({ agreed, fromHub }: SyncState): number {
  const [first] = fromHub;
  return first && first[0] <= agreed + 1 ? Math.max(agreed, first[1]) : agreed;
}

/** What the hub took or would not take; the latter is listed until it is taken after a change. */
export async function noteSent(
  { memory, tally }: Pick<PushParts, 'memory' | 'tally'>,
  docs: readonly LeafDoc[],
  denied: readonly DeniedDoc[],
): Promise<void> {
  const sent = new Set(docs.map(({ _id }) => _id));
  const ours = denied.filter(({ id }) => sent.has(id));
  const refused = new Set(ours.map(({ id }) => id));
  tally.pushed += docs.filter(({ _id }) => !refused.has(_id)).length;
  const before = memory.state().denied;
  const stays = Object.entries(before).filter(([id]) => !sent.has(id));
  if (ours.length === 0 && stays.length === Object.keys(before).length) return;
  const more = ours.map(({ id, reason }) => {
    const leaves = [...(memory.index.get(id)?.leaves ?? [])];
    return [id, { reason: reason.slice(0, 64), leaves }] as const;
  });
  await memory.keep({ denied: Object.fromEntries([...stays, ...more]) });
}

/** PouchDB's replication to the hub, from where the last receipt left off. */
export async function push(parts: PushParts): Promise<Result<null, HubFailure | StoreFailure>> {
  const { hub, generation, memory } = parts;
  let trouble: HubFailure | undefined;
  const target = hubDb({
    circle: hub,
    generation,
    bulkGet: async () => ({ results: [] }),
    bulkDocs: async ({ docs }) => {
      const leaves = docs as readonly LeafDoc[];
      const sent = await hub.write(leaves);
      if (!sent.ok) {
        trouble ??= sent.error;
        throw new Error(sent.error.kind);
      }
      await noteSent(parts, leaves, sent.value);
      return sent.value.map(({ id, reason }) => ({
        ...{ id, reason, status: 403, error: true },
        ...{ name: 'forbidden', message: reason },
      }));
    },
  });
  try {
    const since = beginning(memory.state());
    // Told only once: after that PouchDB's own checkpoint is further on.
    const isNews = since > memory.state().pushFrom;
    if (isNews) await memory.keep({ pushFrom: since });
    const options = { batch_size: batch, ...(isNews && { since }) };
    await parts.store().db.use((db) => replicateOnce(db, target.db, options, hub.signal));
    hub.signal?.throwIfAborted();
    return ok(null);
  } catch (error) {
    hub.signal?.throwIfAborted();
    const failure = trouble ?? target.failure();
    return failure ? { ok: false, error: failure } : storeFailure(error);
  } finally {
    await target.db.close();
  }
}
