import { type Batch, type Opened, runBatch, type Sealed, type SealItem } from './batch.ts';
import type { CircleRing } from './circle-ring.ts';
import type { Envelope } from './envelope.ts';
import { openWorkerLine, type SealWorker, type WorkerLine } from './worker-line.ts';

/** Called after each slice, counts of items; the last call has `done === total`. */
export type OnProgress = (done: number, total: number) => void;

export interface Sealer {
  /** Results in the order of the items. */
  sealMany(
    items: readonly SealItem[],
    ring: CircleRing,
    onProgress?: OnProgress,
  ): Promise<Sealed[]>;
  openMany(
    items: readonly Envelope[],
    ring: CircleRing,
    onProgress?: OnProgress,
  ): Promise<Opened[]>;
  /** Ends the worker, and with it the keys it holds. Work under way goes on without it. */
  close(): void;
}

/** Fewer are done where they are: a worker's round trip would cost more than it saves. */
const fewest = 20;
/** Small enough that copying one to the worker never holds up a frame. */
const sliceLength = 200;
/** One slice waits at the worker while the other is worked on. */
const inFlight = 2;
/** ms for one slice; a slow phone needs a few hundred. */
const defaultPatience = 15_000;

/**
 * Seals and opens off the main thread. Without `spawn`, or when the worker fails, everything is
 * done on this thread: slower, never lost, never hanging.
 */
export function createSealer(spawn?: () => SealWorker, patience = defaultPatience): Sealer {
  const line = spawn ? openWorkerLine(spawn, patience) : undefined;
  return {
    sealMany: (items, ring, onProgress) =>
      inSlices(
        items,
        (slice) => run<Sealed>({ act: 'seal', items: slice, ring: keysOf(ring) }, line),
        onProgress,
      ),
    openMany: (items, ring, onProgress) =>
      inSlices(
        items,
        (slice) => run<Opened>({ act: 'open', items: slice, ring: keysOf(ring) }, line),
        onProgress,
      ),
    close: () => line?.close(),
  };
}

/** What sealing needs: the rest would be copied to the worker each time. */
const keysOf = ({ idKey, byKeyId, current }: CircleRing): CircleRing => ({
  ...{ idKey, byKeyId, current },
});

/** Each act has its own kind of result; the worker is our own code and answers the act asked. */
async function run<R extends Sealed | Opened>(
  batch: Batch,
  line: WorkerLine | undefined,
): Promise<readonly R[]> {
  const answered = batch.items.length < fewest ? undefined : await line?.ask(batch);
  return (answered ?? (await runBatch(batch))) as readonly R[];
}

async function inSlices<I, R>(
  items: readonly I[],
  work: (slice: readonly I[]) => Promise<readonly R[]>,
  onProgress: OnProgress = () => {},
): Promise<R[]> {
  const slices = Array.from({ length: Math.ceil(items.length / sliceLength) }, (_, index) =>
    items.slice(index * sliceLength, (index + 1) * sliceLength),
  );
  const results: (readonly R[])[] = [];
  let next = 0;
  let done = 0;
  const lane = async () => {
    for (let slice = slices[next]; slice; slice = slices[next]) {
      const place = next++;
      results[place] = await work(slice);
      done += slice.length;
      onProgress(done, items.length);
    }
  };
  await Promise.all(Array.from({ length: inFlight }, lane));
  return results.flat();
}
