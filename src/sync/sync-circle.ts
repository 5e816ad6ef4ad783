import { ok, type Result } from '#base/result.ts';
import { firstLoad } from './first-load.ts';
import type { HubCircle } from './hub-circle.ts';
import { mend } from './mend.ts';
import { mergeMoved } from './merge.ts';
import { type PullParts, pull } from './pull.ts';
import { push } from './push.ts';
import { askReceipt } from './receipt.ts';
import { receive } from './receive.ts';
import type { RoundFailure, RoundParts, SharedCircle } from './round.ts';
import type { Tally } from './tally.ts';

export interface CircleParts extends RoundParts, SharedCircle {
  readonly hub: HubCircle;
  readonly generation: string;
  readonly tally: Tally;
}

type Done = Promise<Result<null, RoundFailure>>;

const inWork = async (parts: CircleParts): Promise<PullParts> => ({
  ...parts,
  erased: await parts.erased(parts.circle),
});

async function bringDown(parts: CircleParts): Done {
  const { memory, onLoading = () => {} } = parts;
  const pulling = await inWork(parts);
  if (memory.state().loading !== undefined) {
    const loaded = await firstLoad(pulling, onLoading);
    onLoading(undefined);
    if (!loaded.ok) return loaded;
  }
  return pull(pulling);
}

/**
 * What was left out is handed over once more, now that keys and notices which came with it are
 * read. What would still take something away stands beside what is here.
 */
async function takeLater(parts: CircleParts): Done {
  const { memory, hub, tally } = parts;
  const { later } = memory.state();
  if (later.length === 0) return ok(null);
  const read = await hub.read(later.map((id) => ({ id })));
  if (!read.ok) return read;
  tally.refused += read.value.refused;
  const taken = await receive(await inWork(parts), read.value.docs, 'resist');
  if (!taken.ok) return taken;
  await memory.keep({ later: [...taken.value.later] });
  return ok(null);
}

const cameIn = ({ pulled, resisted, buried, mended }: Tally): number =>
  pulled + resisted + buried + mended;

/** What came is told, also where the line broke half-way: lists are made from what is told. */
async function telling<T extends Result<unknown, RoundFailure>>(
  parts: CircleParts,
  step: (parts: CircleParts) => Promise<T>,
): Promise<T> {
  const before = cameIn(parts.tally);
  const done = await step(parts);
  if (cameIn(parts.tally) > before) await parts.onPulled(parts.circle);
  return done;
}

/** Down, told, joined, up. */
async function turn(parts: CircleParts): Done {
  const before = cameIn(parts.tally);
  const down = await bringDown(parts);
  // Also where nothing came: what this phone owes the others is seen to there.
  if (down.ok || cameIn(parts.tally) > before) await parts.onPulled(parts.circle);
  if (!down.ok) return down;
  const again = await telling(parts, takeLater);
  if (!again.ok) return again;
  const merged = await mergeMoved(parts);
  return merged.ok ? push(parts) : merged;
}

/** Another phone may have spoken meanwhile: a second turn hears it. */
const turns = 2;

/** One circle until a receipt covers it; false where none does, and the next round goes on. */
export async function syncCircle(parts: CircleParts): Promise<Result<boolean, RoundFailure>> {
  for (let left = turns; left > 0; left -= 1) {
    const done = await turn(parts);
    if (!done.ok) return done;
    const even = await askReceipt(parts);
    if (!even.ok || even.value) return even;
  }
  return telling(parts, async () =>
    mend({ ...parts, ...(await inWork(parts)) }, () => askReceipt(parts)),
  );
}
