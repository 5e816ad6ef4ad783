import type { Timers } from '#sync/timers.ts';

interface Due {
  readonly at: number;
  readonly work: () => void;
}

/** A clock that a test moves by hand: nothing waits, nothing comes too early. */
export function handTimers() {
  let time = Date.parse('2026-11-27T09:00:00Z');
  let all: readonly Due[] = [];
  const timers: Timers = {
    after: (ms, work) => {
      const due = { at: time + ms, work };
      all = [...all, due];
      return () => {
        all = all.filter((one) => one !== due);
      };
    },
  };
  return {
    timers,
    now: () => time,
    /** Milliseconds until the next one that is due within ten minutes. */
    next: (): number | undefined => {
      const soon = all.map(({ at }) => at - time).filter((ms) => ms <= 600_000);
      return soon.length > 0 ? Math.min(...soon) : undefined;
    },
    advance: (ms: number): void => {
      const until = time + ms;
      for (;;) {
        const [first] = all.filter(({ at }) => at <= until).toSorted((a, b) => a.at - b.at);
        if (!first) break;
        all = all.filter((one) => one !== first);
        time = Math.max(time, first.at);
        first.work();
      }
      time = until;
    },
  };
}
