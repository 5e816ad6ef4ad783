import { ok, type Result } from '#base/result.ts';
import type { Home } from '#domain/sharing/level.ts';
import type { WriteFailure } from '#register/home-store.ts';
import type { CircleStores } from '#register/open-register.ts';
import { boxPublicKey } from '#trust/box.ts';
import type { LogState } from '#trust/log.ts';
import { type ClosingParts, closeEpochs } from './closing.ts';
import { type EpochParts, learnEpochs, renewEpochs } from './epoch-keeper.ts';
import { mineIn } from './mine.ts';
import type { NoticeBook } from './notices.ts';
import type { SharingFailure } from './sharing.ts';

export interface SettlingParts extends EpochParts, ClosingParts {
  readonly circles: CircleStores;
  readonly notices: NoticeBook;
  readonly caughtUp: (homes?: readonly Home[]) => Promise<void>;
  /** Looks anew at what could not be opened for want of a key. */
  readonly lookAgain: () => Promise<void>;
  /** Says to the others which notices this phone has followed. */
  readonly acknowledge: (notices: readonly string[]) => Promise<Result<null, WriteFailure>>;
  /** Keys have come: other tabs that hold this register must not go on with older ones. */
  readonly onKeys: () => void;
  /** A circle came that is not open: the register must be opened anew. */
  readonly reopen: () => void;
}

/** The founder's phone says once what to seal to. */
async function sayBox(
  { log, sharedAs }: SettlingParts,
  state: LogState,
): Promise<Result<null, SharingFailure>> {
  const own = mineIn(state, sharedAs)?.devices.find(({ name }) => name === sharedAs.device);
  if (!own || own.box !== undefined) return ok(null);
  const box = await boxPublicKey(sharedAs.box);
  const signed = await log.sign({ kind: 'box', device: sharedAs.device, box });
  return signed.ok ? ok(null) : signed;
}

async function publish({ log, circles }: SettlingParts): Promise<Result<null, SharingFailure>> {
  return circles.members ? log.publish(circles.members) : ok(null);
}

/** Takes in the keys the log has for this phone, and what they open. Answers whether any came. */
export async function takeKeys(parts: SettlingParts): Promise<Result<boolean, SharingFailure>> {
  for (let isNew = false; ; isNew = true) {
    const learned = await learnEpochs(parts, await parts.log.read());
    if (!learned.ok) return learned;
    if (learned.value.isWider) parts.reopen();
    if (learned.value.circles.length === 0) return ok(isNew);
    // Acts may lie under the key that just came, and bring further ones.
    await parts.lookAgain();
  }
}

/** The newest keys are held from here on, and what they close is closed. */
async function takeEpochs(parts: SettlingParts): Promise<Result<null, SharingFailure>> {
  const taken = await takeKeys(parts);
  if (!taken.ok) return taken;
  const closed = await closeEpochs(parts, await parts.log.read(), taken.value);
  if (closed.ok && taken.value) parts.onKeys();
  return closed;
}

/**
 * After a circle was pulled: keys, then what signed notices ask of this phone. `isWhole`: after the
 * last of them.
 */
export async function takeOrders(
  parts: SettlingParts,
  isWhole = true,
): Promise<Result<null, SharingFailure>> {
  await parts.caughtUp(['members', 'team']);
  const keys = await takeEpochs(parts);
  if (!keys.ok) return keys;
  const followed = await parts.notices.follow(await parts.log.read(), isWhole);
  if (!followed.ok) return followed;
  if (followed.value.erased > 0) await parts.caughtUp();
  return parts.acknowledge(followed.value.notices);
}

/** What this phone owes the log: its box, the keys that are needed, all it has signed. */
export async function settle(parts: SettlingParts): Promise<Result<null, SharingFailure>> {
  const said = await sayBox(parts, await parts.log.read());
  if (!said.ok) return said;
  const renewed = await renewEpochs(parts);
  if (!renewed.ok) return renewed;
  const published = await publish(parts);
  if (!published.ok) return published;
  // A list that was just written is to be found.
  if (renewed.value) await parts.caughtUp();
  return takeEpochs(parts);
}

/** Both, after something came. */
export async function takeUp(
  parts: SettlingParts,
  isWhole = true,
): Promise<Result<null, SharingFailure>> {
  const taken = await takeOrders(parts, isWhole);
  return taken.ok ? settle(parts) : taken;
}
