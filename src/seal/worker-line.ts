import type { Batch, BatchAnswer, BatchRequest } from './batch.ts';

/** What is used of a `Worker`. */
export type SealWorker = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

/** Undefined where the worker could not answer: the asker does the work itself. */
type Results = BatchAnswer['results'];

export interface WorkerLine {
  ask(batch: Batch): Promise<Results>;
  /** Ends the worker; what is still asked is answered with undefined. */
  close(): void;
}

/**
 * Questions to one worker, each answered or given up: a worker that fails to start, throws, can't
 * be posted to or says nothing for `patience` ms is ended and never asked again.
 */
export function openWorkerLine(spawn: () => SealWorker, patience: number): WorkerLine {
  const waiting = new Map<number, (results: Results) => void>();
  let worker: SealWorker | undefined;
  let isClosed = false;
  let lastTicket = 0;

  const close = () => {
    isClosed = true;
    worker?.terminate();
    worker = undefined;
    for (const settle of [...waiting.values()]) settle(undefined);
  };

  const listen = (started: SealWorker): SealWorker => {
    started.addEventListener('message', (event) => {
      const { ticket, results }: BatchAnswer = event.data;
      waiting.get(ticket)?.(results);
    });
    started.addEventListener('error', close);
    started.addEventListener('messageerror', close);
    return started;
  };

  const ask = (batch: Batch) =>
    new Promise<Results>((resolve) => {
      const ticket = ++lastTicket;
      const timer = setTimeout(close, patience);
      waiting.set(ticket, (results) => {
        clearTimeout(timer);
        waiting.delete(ticket);
        resolve(results);
      });
      try {
        worker ??= listen(spawn());
        worker.postMessage({ ticket, batch } satisfies BatchRequest);
      } catch {
        close();
      }
    });

  return { ask: async (batch) => (isClosed ? undefined : ask(batch)), close };
}
