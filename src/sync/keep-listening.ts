import type { HubFailure } from './hub-failure.ts';
import type { HubLine } from './hub-line.ts';
import { listenForMoves } from './moved.ts';
import { waitAfter } from './pacing.ts';
import type { Timers } from './timers.ts';

interface KeepListening {
  readonly line: HubLine;
  readonly register: string;
  readonly timers: Timers;
  readonly random: () => number;
  /** Nothing is to be asked for by itself any more. */
  readonly isStopped: () => boolean;
  readonly onNews: () => void;
  readonly signal: AbortSignal;
}

export interface Ear {
  /** Another network may be there: what the line went over may be gone without a word. */
  hurry(): void;
  stop(): void;
}

/** Nothing came, so nothing is known. */
const isSilence = ({ kind }: HubFailure): boolean => kind === 'offline' || kind === 'no-answer';

/** Holds one line open that tells what moves, and opens it anew when it breaks. */
export function keepListening(parts: KeepListening): Ear {
  const { timers, random, isStopped, onNews } = parts;
  const over = new AbortController();
  const signal = AbortSignal.any([parts.signal, over.signal]);
  let failures = 0;
  let attempt = new AbortController();
  let stopTimer = () => {};

  const listen = async (): Promise<void> => {
    if (signal.aborted || isStopped()) return;
    attempt = new AbortController();
    const mine = AbortSignal.any([signal, attempt.signal]);
    const onOpen = () => {
      failures = 0;
      onNews();
    };
    const ended = await listenForMoves({ ...parts, signal: mine, onOpen, onMove: onNews });
    if (mine.aborted) return;
    // A hub that hangs up or refuses has its reason, such as that this phone was taken out.
    if (ended.ok || !isSilence(ended.error)) onNews();
    failures += 1;
    stopTimer = timers.after(waitAfter(failures, random()), () => void listen());
  };

  void listen();
  return {
    hurry: () => {
      attempt.abort();
      stopTimer();
      failures = 0;
      void listen();
    },
    stop: () => {
      over.abort();
      stopTimer();
    },
  };
}
