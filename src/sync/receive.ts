import { ok, type Result } from '#base/result.ts';
import type { CircleStore } from '#register/circle-store.ts';
import type { Graves } from '#register/graves.ts';
import type { WriteFailure } from '#register/home-store.ts';
import { type Lowering, type Taken, takeLeaves } from '#register/take-leaves.ts';
import type { LeafDoc } from '#seal/gate.ts';
import type { CircleMemory } from './circle-memory.ts';
import type { SyncState } from './sync-state.ts';
import type { Tally } from './tally.ts';

export interface ReceiveParts {
  /** Asked for anew each time: keys come. */
  readonly store: () => CircleStore;
  readonly memory: CircleMemory;
  readonly tally: Tally;
  /** Documents that a signed notice has erased here. */
  readonly erased: Graves;
}

/**
 * Takes in what came from the hub and counts it. Remembers in one write that it need not go back
 * there, what was left out and has to be fetched again, and what is told along.
 */
export async function receive(
  { store, memory, tally, erased }: ReceiveParts,
  docs: readonly LeafDoc[],
  lowering: Lowering,
  along?: Partial<SyncState>,
): Promise<Result<Taken, WriteFailure>> {
  const before = memory.waiting();
  const taken = await takeLeaves(store(), docs, erased, lowering);
  if (!taken.ok) return taken;
  const later = withMore(memory.state().later, taken.value.later);
  await memory.noteFromHub(docs, before, { ...along, ...(later && { later }) });
  tally.pulled += taken.value.added;
  tally.resisted += taken.value.resisted;
  tally.buried += taken.value.buried;
  return ok(taken.value);
}

/** The list with these in it, where that is another one. */
export function withMore(list: readonly string[], ids: readonly string[]): string[] | undefined {
  const more = ids.filter((id) => !list.includes(id));
  return more.length > 0 ? [...list, ...more] : undefined;
}
