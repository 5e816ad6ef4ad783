/** Handed in wherever something waits, so that no test has to. */
export interface Timers {
  /** Does `work` once, that many milliseconds from now; the answer takes it back. */
  after(ms: number, work: () => void): () => void;
}

export const systemTimers: Timers = {
  after: (ms, work) => {
    const timer = setTimeout(work, ms);
    return () => clearTimeout(timer);
  },
};
