import type { HubLine } from './hub-line.ts';
import type { Timers } from './timers.ts';

/** Milliseconds before a request is said again. */
const pauses = [300, 1_500];

const wait = (ms: number, timers: Timers, signal: AbortSignal | undefined): Promise<void> =>
  new Promise((resolve) => {
    const stop = timers.after(ms, resolve);
    signal?.addEventListener('abort', () => {
      stop();
      resolve();
    });
  });

/**
 * A line that says again what was not answered, for on a weak one every round would break
 * somewhere. Only for what may be said twice, as all of sync may.
 */
export function patientLine(line: HubLine, timers: Timers): HubLine {
  return {
    ...line,
    ask: async (path, asked) => {
      for (const pause of pauses) {
        const told = await line.ask(path, asked);
        const isPassing =
          !told.ok && (told.error.kind === 'no-answer' || told.error.kind === 'hub-trouble');
        if (!isPassing || asked.signal?.aborted) return told;
        await wait(pause, timers, asked.signal);
      }
      return line.ask(path, asked);
    },
  };
}
