import { ok } from '#base/result.ts';
import type { SheetAtHand } from '#device/device-db.ts';
import { type CircleStores, heldCircles } from '#register/open-register.ts';
import { hubPhotos } from '#sync/hub-photos.ts';
import { patientLine } from '#sync/patient-line.ts';
import { photoSender } from '#sync/send-photos.ts';
import { openSharer, type Sharer, type SharerParts } from '#sync/sharer.ts';
import { atFirst, type SharerState, type Stores, standing } from '#sync/sharer-state.ts';
import { rankOf } from '#trust/roles.ts';
import { mineIn } from './mine.ts';
import { photoQueue } from './photo-queue.ts';
import { takeUp } from './settling.ts';
import type { Did } from './sharing.ts';
import { takePlace } from './taking-place.ts';
import { keysCame, noteTrouble, type SharingParts, type Tools } from './tools.ts';

export interface RoundsParts {
  readonly onState: (state: SharerState) => void;
  /** After what came was read, before anything is sent. */
  readonly onTaken: () => Promise<void>;
  /** A photo was sent, or can't be. */
  readonly onPhotos: () => void;
}

const storesOf = (circles: CircleStores): Stores =>
  Object.fromEntries(heldCircles(circles).map(([circle, store]) => [circle, () => store]));

/** Photos, once their text has gone. */
function sending(
  parts: SharingParts,
  { line, log }: Pick<Tools, 'line' | 'log'>,
  onChange: () => void,
): NonNullable<SharerParts['onTextGone']> {
  const { ground, reach, sharedAs } = parts;
  const { register } = ground.keys;
  const photos = hubPhotos(patientLine(line, reach.timers), register);
  const mayErase = async () => {
    const me = mineIn(await log.read(), sharedAs);
    return me !== undefined && rankOf(me.role) > 0;
  };
  const queue = photoQueue({ ...parts, ...ground, register, mayErase, onChange });
  return photoSender(photos, queue);
}

/** Rounds with the hub, and what is to be done with what they bring. */
export function openRounds(
  parts: SharingParts,
  tools: Tools,
  { onState, onTaken, onPhotos }: RoundsParts,
): Sharer {
  const { ground, reach, lock, now, reopen, out } = parts;
  const { line, log, notices, own, settling, inTurn, tabs, afoot } = tools;
  const { bySheet } = parts.sharedAs;
  /** Before this phone has its place nothing else is asked of it. */
  const comeIn = async (sheet: SheetAtHand): Did => {
    const placed = await takePlace({ ...parts, keys: ground.keys, settling }, sheet);
    if (placed.ok && placed.value) reopen();
    return placed.ok ? ok(null) : placed;
  };
  const follow = async (isWhole: boolean): Did => {
    if (bySheet) return comeIn(bySheet);
    const settled = await takeUp(settling, isWhole);
    if (settled.ok && (await own.learnOwn())) reopen();
    return settled;
  };
  const takeIn = async (isWhole: boolean): Promise<void> => {
    await inTurn(async () => {
      const done = await follow(isWhole);
      if (!done.ok) await noteTrouble(parts, done.error);
    });
    await onTaken();
  };
  const deaf = tabs.listen((words) => {
    if (words === keysCame) afoot.run(() => takeIn(true));
  });
  const sharer = openSharer({
    ...{ tabs, line, lock, now, register: ground.keys.register, timers: reach.timers },
    random: Math.random,
    stores: storesOf(ground.circles),
    erased: async (circle) => notices.erased(await log.read(), circle),
    // Members first: what a notice moved may stand in the team's, which is still to come.
    onPulled: (circle) => takeIn(circle === 'team' || !ground.circles.team),
    lead: reach.lead,
    onOnline: (work) => reach.onMove(() => reach.isOnline() && work()),
    onState,
    onTextGone: out ? async () => false : sending(parts, tools, onPhotos),
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
