import { ok, type Result } from '#base/result.ts';
import type { CircleStore } from '#register/circle-store.ts';
import type { WriteFailure } from '#register/home-store.ts';
import { type MergeParts, mergeLeaves } from '#register/merge-leaves.ts';
import type { CircleMemory } from './circle-memory.ts';
import { withMore } from './receive.ts';
import type { Tally } from './tally.ts';

interface Merging extends MergeParts {
  readonly store: () => CircleStore;
  readonly memory: CircleMemory;
  readonly tally: Tally;
  readonly signal?: AbortSignal | undefined;
}

/** Documents that moved since conflicts were looked for, and have more than one leaf. */
function perhapsInConflict({ index, state }: CircleMemory): readonly string[] {
  const { merged, later } = state();
  const moved = [...index.all()].filter(({ seq, leaves }) => seq > merged && leaves.length > 1);
  return [...new Set([...moved.map(({ id }) => id), ...later])];
}

/**
 * Joins what is in conflict, on whichever phone is first: all write the same revision. What waits
 * for a key is looked at again each time.
 */
export async function mergeMoved(parts: Merging): Promise<Result<null, WriteFailure>> {
  const { store, memory, tally, signal } = parts;
  await memory.index.catchUp();
  const upTo = memory.index.seq();
  const locked: string[] = [];
  for (const id of perhapsInConflict(memory)) {
    signal?.throwIfAborted();
    const done = await mergeLeaves(store(), id, parts);
    if (!done.ok) return done;
    if (done.value.merged) tally.merged += 1;
    if (done.value.isLocked) locked.push(id);
  }
  const later = withMore(memory.state().later, locked);
  if (later || upTo > memory.state().merged)
    await memory.keep({ merged: upTo, ...(later && { later }) });
  await memory.index.catchUp();
  return ok(null);
}
