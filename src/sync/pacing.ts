import type { Timers } from './timers.ts';

const first = 1_000;
const longest = 5 * 60_000;

/** Milliseconds to wait after so many failures in a row; `random` from 0 to 1 keeps phones apart. */
export const waitAfter = (failures: number, random: number): number =>
  Math.round(Math.min(longest, first * 2 ** (failures - 1)) * (0.5 + random / 2));

export interface PaceParts {
  readonly timers: Timers;
  readonly now: () => number;
  readonly random: () => number;
  readonly work: () => void;
}

/** When something is done next: as soon as anyone wants it, and never sooner than it may be. */
export interface Pace {
  /** In so many milliseconds, unless it is due before. */
  schedule(ms: number): void;
  /** It is being done: nothing is due any more. */
  begin(): void;
  wentWell(): void;
  /** `seconds`: what the other side asked to wait at least. */
  wentWrong(seconds?: number): void;
  /** What stood in the way may be gone; what the other side asked for holds. */
  hurry(): void;
  end(): void;
}

export function makePace({ timers, now, random, work }: PaceParts): Pace {
  let stopTimer = () => {};
  let due = Number.POSITIVE_INFINITY;
  let failures = 0;
  let notBefore = 0;
  let asked = 0;
  let isOver = false;

  const begin = (): void => {
    stopTimer();
    due = Number.POSITIVE_INFINITY;
  };
  const schedule = (ms: number): void => {
    const at = Math.max(now() + ms, notBefore, asked);
    if (isOver || at >= due) return;
    begin();
    due = at;
    stopTimer = timers.after(at - now(), () => {
      // Also where the work is under way already: what is wanted from now on is due anew.
      begin();
      work();
    });
  };

  return {
    schedule,
    begin,
    wentWell: () => {
      failures = 0;
      notBefore = 0;
    },
    wentWrong: (seconds = 0) => {
      failures += 1;
      asked = now() + seconds * 1_000;
      notBefore = now() + waitAfter(failures, random());
    },
    hurry: () => {
      notBefore = 0;
      schedule(0);
    },
    end: () => {
      isOver = true;
      begin();
    },
  };
}
