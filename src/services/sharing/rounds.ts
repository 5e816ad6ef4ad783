import { heldCircles } from '#register/open-register.ts';
import { openSharer, type Sharer } from '#sync/sharer.ts';
import type { SharerState } from '#sync/sharer-state.ts';
import { settle, takeOrders } from './settling.ts';
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
  const takeIn = async (): Promise<void> => {
    await inTurn(async () => {
      const taken = await takeOrders(settling);
      const settled = taken.ok ? await settle(settling) : taken;
      if (settled.ok && (await own.learnOwn())) reopen();
      if (!settled.ok) await noteTrouble(parts, settled.error);
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
