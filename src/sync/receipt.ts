import { ok, type Result } from '#base/result.ts';
import type { Counted } from '#domain/receipt/receipt.ts';
import type { Circle } from '#domain/sharing/level.ts';
import type { CircleMemory } from './circle-memory.ts';
import { type Head, tellHeads } from './heads.ts';
import type { HubCircle } from './hub-circle.ts';
import type { HubFailure } from './hub-failure.ts';

interface ReceiptParts {
  readonly memory: CircleMemory;
  readonly hub: HubCircle;
  readonly now: () => number;
}

/** What the hub itself holds of documents it will not take as they are here. */
async function asTheHubHasThem(
  hub: HubCircle,
  ids: readonly string[],
): Promise<Result<readonly Counted[], HubFailure>> {
  const told = await hub.read(ids.map((id) => ({ id })));
  if (!told.ok) return told;
  const leaves = (id: string) =>
    told.value.docs.filter(({ _id }) => _id === id).map(({ _rev }) => _rev);
  return ok(ids.map((id) => ({ id, leaves: leaves(id) })));
}

/** A document that has changed since is one like any other: it is tried again. */
const stillDenied = ({ index, state }: CircleMemory): readonly string[] =>
  Object.entries(state().denied).flatMap(([id, { leaves }]) =>
    index.get(id)?.leaves.join() === leaves.join() ? [id] : [],
  );

/**
 * Whether the hub has on disk exactly what is here, but for what it will not take. Only then is
 * everything up to the index's sequence "shared", and remembered as such.
 */
export async function checkReceipt(
  { memory, hub, now }: ReceiptParts,
  head: Head,
): Promise<Result<boolean, HubFailure>> {
  const { index, keep } = memory;
  await index.catchUp();
  const seq = index.seq();
  const denied = stillDenied(memory);
  let isEqual = (await index.root()) === head.root;
  if (!isEqual && denied.length > 0) {
    const instead = await asTheHubHasThem(hub, denied);
    if (!instead.ok) return instead;
    isEqual = (await index.root(instead.value)) === head.root;
  }
  if (isEqual) await keep({ agreed: seq, fromHub: [], sharedAt: now() });
  return ok(isEqual);
}

/** The same, with the hub asked first. */
export async function askReceipt(
  parts: ReceiptParts & { readonly register: string; readonly circle: Circle },
): Promise<Result<boolean, HubFailure>> {
  const { line, signal } = parts.hub;
  const heads = await tellHeads({ line, register: parts.register, signal });
  if (!heads.ok) return heads;
  const head = heads.value.circles[parts.circle];
  return head ? checkReceipt(parts, head) : ok(false);
}
