import { ok, type Result } from '#base/result.ts';
import type { WriteFailure } from '#register/home-store.ts';
import { storeFailure } from '#register/pouch-trouble.ts';
import type { LeafDoc } from '#seal/gate.ts';
import type { HubCircle } from './hub-circle.ts';
import { hubDb, replicateOnce, withOwnTaking } from './hub-db.ts';
import type { HubFailure } from './hub-failure.ts';
import { type ReceiveParts, receive } from './receive.ts';

export interface PullParts extends ReceiveParts {
  readonly hub: HubCircle;
  readonly generation: string;
}

const batch = 200;

/**
 * PouchDB's replication from the hub into a circle. Every document has passed the gate before
 * PouchDB sees it, and is judged by what stands here before it is taken in; one that is refused
 * holds up no other.
 */
export async function pull(parts: PullParts): Promise<Result<null, HubFailure | WriteFailure>> {
  const { hub, generation, memory, tally } = parts;
  const { loaded } = memory.state();
  let trouble: HubFailure | WriteFailure | undefined;
  const unless = <T>(told: Result<T, HubFailure | WriteFailure>): T => {
    if (told.ok) return told.value;
    trouble ??= told.error;
    throw new Error(told.error.kind);
  };
  const source = hubDb({
    circle: hub,
    generation,
    bulkGet: async ({ docs }) => {
      const read = unless(await hub.read(docs));
      tally.refused += read.refused;
      return { results: read.docs.map((doc) => ({ id: doc._id, docs: [{ ok: doc }] })) };
    },
    bulkDocs: async () => [],
  });
  const take = async ({ docs }: { readonly docs: readonly unknown[] }) => {
    // Only what `read` let through comes this way.
    unless(await receive(parts, docs as readonly LeafDoc[], 'wait'));
    return [];
  };
  try {
    const options = { batch_size: batch, ...(loaded !== undefined && { since: loaded }) };
    await parts
      .store()
      .db.use((db) => replicateOnce(source.db, withOwnTaking(db, take), options, hub.signal));
    hub.signal?.throwIfAborted();
    if (loaded !== undefined) await memory.keep({ loaded: undefined });
    return ok(null);
  } catch (error) {
    const failure = trouble ?? source.failure();
    hub.signal?.throwIfAborted();
    return failure ? { ok: false, error: failure } : storeFailure(error);
  } finally {
    await source.db.close();
  }
}
