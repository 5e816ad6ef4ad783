import { ok } from '#base/result.ts';
import type { SheetAtHand } from '#device/device-db.ts';
import { type CircleStores, heldCircles } from '#register/open-register.ts';
import { openSharer, type Sharer } from '#sync/sharer.ts';
import { atFirst, type SharerState, type Stores, standing } from '#sync/sharer-state.ts';
import { takeUp } from './settling.ts';
import type { Did } from './sharing.ts';
import { takePlace } from './taking-place.ts';
import { keysCame, noteTrouble, type SharingParts, type Tools } from './tools.ts';

export interface RoundsParts {
  readonly onState: (state: SharerState) => void;
  /** After what came was read, before anything is sent. */
  readonly onTaken: () => Promise<void>;
}

const storesOf = (circles: CircleStores): Stores =>
  Object.fromEntries(heldCircles(circles).map(([circle, store]) => [circle, () => store]));

/** Rounds with the hub, and what is to be done with what they bring. */
export function openRounds(
  parts: SharingParts,
  tools: Tools,
  { onState, onTaken }: RoundsParts,
): Sharer {
  const { ground, reach, lock, now, reopen } = parts;
  const { line, log, notices, own, settling, inTurn, tabs, afoot } = tools;
  const { bySheet } = parts.sharedAs;
  /** Before this phone has its place nothing else is asked of it. */
  const comeIn = async (sheet: SheetAtHand): Did => {
    const placed = await takePlace({ ...parts, keys: ground.keys, settling }, sheet);
    if (placed.ok && placed.value) reopen();
    return placed.ok ? ok(null) : placed;
  };
  const follow = async (): Did => {
    if (bySheet) return comeIn(bySheet);
    const settled = await takeUp(settling);
    if (settled.ok && (await own.learnOwn())) reopen();
    return settled;
  };
  const takeIn = async (): Promise<void> => {
    await inTurn(async () => {
      const done = await follow();
      if (!done.ok) await noteTrouble(parts, done.error);
    });
    await onTaken();
  };
  const deaf = tabs.listen((words) => {
    if (words === keysCame) afoot.run(takeIn);
  });
  const sharer = openSharer({
    ...{ tabs, line, lock, now, register: ground.keys.register, timers: reach.timers },
    random: Math.random,
    stores: storesOf(ground.circles),
    erased: async (circle) => notices.erased(await log.read(), circle),
    onPulled: takeIn,
    lead: reach.lead,
    onOnline: (work) => reach.onMove(() => reach.isOnline() && work()),
    onState,
  });
  const stop = () => {
    sharer.stop();
    deaf();
  };
  return { ...sharer, stop };
}

/** For a phone that was taken out: nothing comes, nothing goes. What never went is still counted. */
export function noRounds(
  { ground }: SharingParts,
  { afoot }: Pick<Tools, 'afoot'>,
  { onState }: Pick<RoundsParts, 'onState'>,
): Sharer {
  let state = atFirst;
  afoot.run(async () => {
    state = { ...state, ...(await standing(storesOf(ground.circles))) };
    onState(state);
  });
  return {
    state: () => state,
    nudge: () => {},
    syncNow: async () => {},
    setOnScreen: () => {},
    stop: () => {},
  };
}
