import type { Answer, Ask, Reply, Request } from './protocol.ts';
import type { MapPoint } from './query.ts';

/** What is used of a `Worker`. */
export type FinderWorker = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

/** `lost`: the worker died first. `stopped`: it has died too often and is not started again. */
export type LineAnswer = Answer | { readonly type: 'lost' | 'stopped' };

const mostRestarts = 5;

/** Asks one worker and starts another when it dies, then calls `onLost`: the new one knows nothing. */
export function openFinderLine(
  spawn: () => FinderWorker,
  start: Promise<Request>,
  onLost: () => void,
) {
  const waiting = new Map<number, (answer: LineAnswer) => void>();
  let worker: FinderWorker | undefined;
  let begun: Promise<void> = Promise.resolve();
  let restarts = 0;
  let lastTicket = 0;
  let isOver = false;

  const giveUpOn = (died: FinderWorker | undefined) => {
    if (died !== worker || isOver) return;
    died?.terminate();
    worker = undefined;
    isOver = restarts >= mostRestarts;
    restarts += 1;
    const unanswered = [...waiting.values()];
    waiting.clear();
    for (const settle of unanswered) settle({ type: 'lost' });
    onLost();
  };

  const started = (): FinderWorker => {
    if (worker) return worker;
    const made = spawn();
    worker = made;
    made.addEventListener('message', ({ data }: MessageEvent<Reply>) => {
      if (made === worker) waiting.get(data.ticket)?.(data.answer);
    });
    for (const trouble of ['error', 'messageerror'] as const)
      made.addEventListener(trouble, () => giveUpOn(made));
    begun = start.then((message) => made.postMessage(message));
    return made;
  };

  const post = async (message: Request) => {
    let asked = worker;
    try {
      asked = started();
      await begun;
      asked.postMessage(message);
    } catch {
      giveUpOn(asked);
    }
  };

  const begin = () => {
    try {
      started();
    } catch {
      giveUpOn(worker);
    }
  };
  // Its code is read while the register is being opened.
  begin();

  return {
    /** Points that come in parts are handed over as one answer. */
    send: (ask: Ask) =>
      new Promise<LineAnswer>((resolve) => {
        if (isOver) return resolve({ type: 'stopped' });
        const ticket = ++lastTicket;
        const points: MapPoint[] = [];
        waiting.set(ticket, (answer) => {
          if (answer.type === 'points') {
            points.push(...answer.points);
            if (!answer.isLast) return;
          }
          waiting.delete(ticket);
          resolve(answer.type === 'points' ? { ...answer, points } : answer);
        });
        void post({ type: 'ask', ticket, ask });
      }),
    /** Start afresh: what the worker holds can't be trusted. */
    restart: () => giveUpOn(worker),
    close: () => {
      isOver = true;
      worker?.terminate();
      for (const settle of waiting.values()) settle({ type: 'stopped' });
      waiting.clear();
    },
  };
}

export type FinderLine = ReturnType<typeof openFinderLine>;
