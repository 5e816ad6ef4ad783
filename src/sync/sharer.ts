import type { Circle } from '#domain/sharing/level.ts';
import { storeTrouble } from '#register/pouch-trouble.ts';
import { answerAskers, askLeader, type TabTalk } from './ask-leader.ts';
import type { HubLine } from './hub-line.ts';
import { type Ear, keepListening } from './keep-listening.ts';
import type { RoundParts } from './round.ts';
import { atFirst, type SharerState, type Stores, standing } from './sharer-state.ts';
import { afterSave, beginTenure, type Tenure, type Wishes } from './tenure.ts';
import type { Timers } from './timers.ts';

export interface SharerParts
  extends Pick<RoundParts, 'register' | 'erased' | 'onPulled' | 'lock' | 'now'> {
  readonly line: HubLine;
  /** Of the circles that are shared through this hub. */
  readonly stores: Stores;
  /** One tab at a time, as `holdLeadership` of `platform/locks`. */
  readonly lead: (name: string, onLead: (signal: AbortSignal) => void) => () => void;
  /** With the other tabs that hold this register. */
  readonly tabs: TabTalk;
  readonly timers: Timers;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Calls back when the network is there again; the answer takes it back. */
  readonly onOnline: (work: () => void) => () => void;
  readonly onState: (state: SharerState) => void;
  /**
   * Awaited after a round, by the tab that leads: what is too large to hold up text. Told the
   * circles whose text has gone; answers whether there is more to do soon.
   */
  readonly onTextGone?: (circles: readonly Circle[], signal: AbortSignal) => Promise<boolean>;
}

export interface Sharer {
  state(): SharerState;
  /** Something was saved, in this tab or another one. */
  nudge(): void;
  /**
   * At once, whatever is being waited for; resolves when that round is over. In a tab that does not
   * lead, the one that does is asked.
   */
  syncNow(wishes?: Wishes): Promise<void>;
  /** While it is, a line is held open that tells what moves. */
  setOnScreen(isOnScreen: boolean): void;
  stop(): void;
}

/** Where the phone can't be read just now nothing new is known; the round says why. */
const unlessFull = (error: unknown): undefined => {
  if (!storeTrouble(error)) throw error;
};

/**
 * Keeps a register the same here and at its hub: at the start, back online, after a save, every
 * minute, at once when asked, and while on screen as soon as something moves there. Of all tabs
 * one does it; the others tell what waits.
 */
export function openSharer(parts: SharerParts): Sharer {
  let state = atFirst;
  let tenure: Tenure | undefined;
  let isOnScreen = false;
  let isOver = false;
  let ear: Ear | undefined;

  const show = (more: Partial<SharerState>): void => {
    if (isOver) return;
    state = { ...state, ...more };
    parts.onState(state);
  };

  const listen = (): void => {
    ear?.stop();
    ear = undefined;
    if (!isOnScreen || !tenure) return;
    const { signal, isStopped, pace } = tenure;
    ear = keepListening({ ...parts, signal, isStopped, onNews: () => pace.schedule(0) });
  };

  /** What waits is known without a hub; what a round says of itself stands. */
  const lookAround = async (): Promise<void> => {
    if (isOver) return;
    const known = await standing(parts.stores).catch(unlessFull);
    if (!known || isOver) return;
    const isQuiet = state.kind === 'waiting' || state.kind === 'shared';
    const isShared = known.waiting === 0 && known.lastSharedAt !== undefined && !state.failure;
    show({ ...known, ...(isQuiet && { kind: isShared ? 'shared' : 'waiting' }) });
  };

  const lead = (signal: AbortSignal): void => {
    const mine = beginTenure(parts, signal, show);
    tenure = mine;
    const forget = parts.onOnline(() => {
      if (mine.isStopped()) return;
      mine.pace.hurry();
      ear?.hurry();
    });
    const deaf = answerAskers(parts.tabs, mine.round);
    signal.addEventListener('abort', () => {
      tenure = undefined;
      deaf();
      mine.pace.end();
      forget();
      ear?.stop();
    });
    mine.pace.schedule(0);
    listen();
  };

  const stepDown = parts.lead(`sync-${parts.register}`, lead);
  void lookAround();
  return {
    state: () => state,
    nudge: () => {
      // Until it is counted what was just saved is not shared, and must not be said to be.
      if (state.kind === 'shared') show({ kind: 'waiting' });
      void lookAround();
      if (tenure && !tenure.isStopped()) tenure.pace.schedule(afterSave);
    },
    syncNow: async (wishes = {}) => {
      if (!tenure) return askLeader(parts.tabs, parts.timers, wishes).then(lookAround);
      const wasStopped = tenure.isStopped();
      await tenure.round(wishes);
      if (wasStopped) listen();
    },
    setOnScreen: (isThere) => {
      if (isThere === isOnScreen) return;
      isOnScreen = isThere;
      listen();
    },
    stop: () => {
      isOver = true;
      stepDown();
    },
  };
}
