import { ok, type Result } from '#base/result.ts';
import { bucketsApart } from '#domain/receipt/receipt.ts';
import type { Circle } from '#domain/sharing/level.ts';
import { everyLeafOf } from '#register/every-leaf.ts';
import type { WriteFailure } from '#register/home-store.ts';
import { passGate } from '#seal/gate.ts';
import { tellBuckets } from './heads.ts';
import type { HubFailure } from './hub-failure.ts';
import type { Indexed } from './leaf-index.ts';
import type { PullParts } from './pull.ts';
import { noteSent } from './push.ts';
import { receive } from './receive.ts';

interface MendParts extends PullParts {
  readonly register: string;
  readonly circle: Circle;
}
type Done = Promise<Result<null, HubFailure | WriteFailure>>;

const atOnce = 200;
const pageLength = 2_000;

const parted = <T>(items: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / atOnce) }, (_, at) =>
    items.slice(at * atOnce, (at + 1) * atOnce),
  );

/** Sends what of these the hub says it never had, whatever it said before. */
async function sendMissing(parts: MendParts, documents: readonly Indexed[]): Done {
  const { hub, store, tally } = parts;
  for (const some of parted(documents)) {
    const asked = Object.fromEntries(some.map(({ id, leaves }) => [id, leaves]));
    const told = await hub.missing(asked);
    if (!told.ok) return told;
    const wanted = Object.entries(told.value).flatMap(([id, { missing }]) =>
      missing.filter((rev) => asked[id]?.includes(rev)).map((rev) => ({ id, rev })),
    );
    const docs = (await everyLeafOf(store(), wanted)).flatMap((leaf) => {
      const passed = passGate(leaf);
      return passed.ok ? [passed.value] : [];
    });
    if (docs.length === 0) continue;
    const sent = await hub.write(docs);
    if (!sent.ok) return sent;
    tally.mended += docs.length - sent.value.length;
    await noteSent(parts, docs, sent.value);
  }
  return ok(null);
}

/** Goes through all that the hub has and fetches what is not here. */
async function fetchMissing(parts: MendParts): Done {
  const { hub, memory, tally } = parts;
  let since = 0;
  for (;;) {
    const page = await hub.page(since, pageLength);
    if (!page.ok) return page;
    const { results, last_seq } = page.value;
    const wanted = results.flatMap(({ id, changes }) => {
      const held = memory.index.get(id)?.leaves ?? [];
      return changes.filter(({ rev }) => !held.includes(rev)).map(({ rev }) => ({ id, rev }));
    });
    for (const some of parted(wanted)) {
      const read = await hub.read(some);
      if (!read.ok) return read;
      tally.refused += read.value.refused;
      const taken = await receive(parts, read.value.docs, 'resist');
      if (!taken.ok) return taken;
      tally.mended += taken.value.added;
    }
    if (results.length === 0 || last_seq <= since) return ok(null);
    since = last_seq;
  }
}

/**
 * For when all seems said and the roots still differ, as after a proxy that swallows what it says
 * it has passed on. The buckets tell where to look; what is asked about there is asked anew.
 */
export async function mend(parts: MendParts, isEven: () => Promise<Result<boolean, HubFailure>>) {
  const { hub, register, circle, memory } = parts;
  const { line, signal } = hub;
  const theirs = await tellBuckets({ line, register, signal }, circle);
  if (!theirs.ok) return theirs;
  await memory.index.catchUp();
  const apart = bucketsApart(memory.index.buckets(), theirs.value);
  const sent = await sendMissing(parts, await memory.index.within(apart));
  if (!sent.ok) return sent;
  const even = await isEven();
  if (!even.ok || even.value) return even;
  const fetched = await fetchMissing(parts);
  return fetched.ok ? isEven() : fetched;
}
