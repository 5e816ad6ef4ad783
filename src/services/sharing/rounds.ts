import { ok } from '#base/result.ts';
import type { SheetAtHand } from '#device/device-db.ts';
import { heldCircles } from '#register/open-register.ts';
import { openSharer, type Sharer } from '#sync/sharer.ts';
import type { SharerState } from '#sync/sharer-state.ts';
import { settle, takeOrders } from './settling.ts';
import type { Did } from './sharing.ts';
import { takePlace } from './taking-place.ts';
import { noteTrouble, type SharingParts, type Tools } from './tools.ts';

export interface RoundsParts {
  readonly onState: (state: SharerState) => void;
  /** After what came was read, before anything is sent. */
  readonly onTaken: () => Promise<void>;
}

/** Rounds with the hub, and what is to be done with what they bring. */
export function openRounds(
  parts: SharingParts,
  tools: Tools,
  { onState, onTaken }: RoundsParts,
): Sharer {
  const { ground, reach, lock, now, reopen } = parts;
  const { line, log, notices, own, settling, inTurn } = tools;
  const { bySheet } = parts.sharedAs;
  /** Before this phone has its place nothing else is asked of it. */
  const comeIn = async (sheet: SheetAtHand): Did => {
    const placed = await takePlace({ ...parts, keys: ground.keys, settling }, sheet);
    if (placed.ok && placed.value) reopen();
    return placed.ok ? ok(null) : placed;
  };
  const takeUp = async (): Did => {
    if (bySheet) return comeIn(bySheet);
    const taken = await takeOrders(settling);
    const settled = taken.ok ? await settle(settling) : taken;
    if (settled.ok && (await own.learnOwn())) reopen();
    return settled;
  };
  const takeIn = async (): Promise<void> => {
    await inTurn(async () => {
      const done = await takeUp();
      if (!done.ok) await noteTrouble(parts, done.error);
    });
    await onTaken();
  };
  return openSharer({
    ...{ line, lock, now, register: ground.keys.register, timers: reach.timers },
    random: Math.random,
    stores: Object.fromEntries(
      heldCircles(ground.circles).map(([circle, store]) => [circle, () => store]),
    ),
    erased: async (circle) => notices.erased(await log.read(), circle),
    onPulled: takeIn,
    lead: reach.lead,
    onOnline: (work) => reach.onMove(() => reach.isOnline() && work()),
    onState,
  });
}

/** For a phone that was taken out: nothing comes, nothing goes. */
export const noRounds = (state: SharerState): Sharer => ({
  state: () => state,
  nudge: () => {},
  syncNow: async () => {},
  setOnScreen: () => {},
  stop: () => {},
});
