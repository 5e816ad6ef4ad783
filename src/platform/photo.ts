import { fail, type Result } from '#base/result.ts';
import { type PhotoFailure, redrawPhoto, type SmallPhoto } from './redraw-photo.ts';

type Shrunk = Result<SmallPhoto, PhotoFailure>;

/** A picture that takes longer than this is a trap, not a photo. */
const patienceMs = 30_000;

/**
 * Makes a photo fit for a record: at most 80 KB, 1280 px, with an 8 KB thumbnail and nothing inside
 * but pixels. Works in a worker of its own, which ends with it, so the screen stays free.
 */
export function shrinkPhoto(file: Blob): Promise<Shrunk> {
  const worker = startWorker();
  return worker ? throughWorker(worker, file) : onThisThread(file);
}

function startWorker(): Worker | undefined {
  try {
    return new Worker(new URL('./photo-worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
}

async function throughWorker(worker: Worker, file: Blob): Promise<Shrunk> {
  const answer = await new Promise<Shrunk | 'no-worker'>((settle) => {
    const timer = setTimeout(() => settle(fail('photo-broken')), patienceMs);
    worker.onmessage = ({ data }: MessageEvent<Shrunk>) => {
      clearTimeout(timer);
      settle(data);
    };
    // The worker's file did not load, or it has no OffscreenCanvas.
    worker.onerror = () => {
      clearTimeout(timer);
      settle('no-worker');
    };
    worker.postMessage(file);
  });
  worker.terminate();
  return answer === 'no-worker' ? onThisThread(file) : answer;
}

async function onThisThread(file: Blob): Promise<Shrunk> {
  try {
    return await redrawPhoto(file);
  } catch {
    return fail('photo-broken');
  }
}
