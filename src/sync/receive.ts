import { ok, type Result } from '#base/result.ts';
import type { CircleStore } from '#register/circle-store.ts';
import type { WriteFailure } from '#register/home-store.ts';
import { type Lowering, type Taken, takeLeaves } from '#register/take-leaves.ts';
import type { LeafDoc } from '#seal/gate.ts';
import type { CircleMemory } from './circle-memory.ts';
import type { Tally } from './tally.ts';

export interface ReceiveParts {
  /** Asked for anew each time: keys come. */
  readonly store: () => CircleStore;
  readonly memory: CircleMemory;
  readonly tally: Tally;
  /** Documents that a signed notice has erased here. */
  readonly erased: ReadonlySet<string>;
}

/** Takes in what came from the hub, counts it, and remembers that it need not go back there. */
export async function receive(
  { store, memory, tally, erased }: ReceiveParts,
  docs: readonly LeafDoc[],
  lowering: Lowering,
): Promise<Result<Taken, WriteFailure>> {
  await memory.index.catchUp();
  const before = memory.waiting();
  const taken = await takeLeaves(store(), docs, erased, lowering);
  if (!taken.ok) return taken;
  await memory.noteFromHub(docs, before);
  tally.pulled += taken.value.added;
  tally.resisted += taken.value.resisted;
  tally.buried += taken.value.buried;
  return ok(taken.value);
}

/** Remembers what was left out, so that it is fetched again although the feed has passed it. */
export async function putOff(memory: CircleMemory, ids: readonly string[]): Promise<void> {
  const { later } = memory.state();
  const more = ids.filter((id) => !later.includes(id));
  if (more.length > 0) await memory.keep({ later: [...later, ...more] });
}
