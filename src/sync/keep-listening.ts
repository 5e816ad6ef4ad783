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

/** Holds one line open that tells what moves, and opens it anew when it breaks; the answer ends it. */
export function keepListening(parts: KeepListening): () => void {
  const { timers, random, isStopped, onNews } = parts;
  const over = new AbortController();
  const signal = AbortSignal.any([parts.signal, over.signal]);
  let failures = 0;
  let stopTimer = () => {};

  const listen = async (): Promise<void> => {
    if (signal.aborted || isStopped()) return;
    const onOpen = () => {
      failures = 0;
      onNews();
    };
    await listenForMoves({ ...parts, signal, onOpen, onMove: onNews });
    if (signal.aborted) return;
    failures += 1;
    stopTimer = timers.after(waitAfter(failures, random()), () => void listen());
  };

  void listen();
  return () => {
    over.abort();
    stopTimer();
  };
}
