import type { PlaceHit } from '#pack/place-hit.ts';
import type { Point } from '#search/query.ts';

export type PlaceAsk =
  | { readonly type: 'open'; readonly part: Blob }
  | { readonly type: 'search'; readonly typed: string; readonly language: string }
  | { readonly type: 'nearest'; readonly spot: Point; readonly language: string };

export interface PlaceRequest {
  readonly ticket: number;
  readonly ask: PlaceAsk;
}

export interface PlaceReply {
  readonly ticket: number;
  readonly answer: { readonly hits: readonly PlaceHit[] };
}

/** What is used of a `Worker`. */
export type PlaceWorker = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

/**
 * Asks a worker that holds a pack's streets. Suggestions are a help, never needed: a worker that
 * dies has none.
 */
export function openPlacesLine(spawn: () => PlaceWorker) {
  const waiting = new Map<number, (hits: readonly PlaceHit[]) => void>();
  const worker = spawn();
  let isOver = false;
  let lastTicket = 0;

  const close = () => {
    isOver = true;
    worker.terminate();
    for (const settle of waiting.values()) settle([]);
    waiting.clear();
  };
  worker.addEventListener('message', ({ data }: MessageEvent<PlaceReply>) => {
    waiting.get(data.ticket)?.(data.answer.hits);
    waiting.delete(data.ticket);
  });
  for (const trouble of ['error', 'messageerror'] as const) worker.addEventListener(trouble, close);

  const ask = (asked: PlaceAsk): Promise<readonly PlaceHit[]> =>
    new Promise((resolve) => {
      if (isOver) return resolve([]);
      const ticket = ++lastTicket;
      waiting.set(ticket, resolve);
      worker.postMessage({ ticket, ask: asked } satisfies PlaceRequest);
    });
  return { ask, close };
}

export type PlacesLine = ReturnType<typeof openPlacesLine>;
