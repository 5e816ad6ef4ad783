import { type Failure, fail, ok, type Result } from '#base/result.ts';
import type { CheckedFile, FileReading } from './checked-file.ts';

/** One question to the worker that holds the file. */
export interface Asked {
  readonly n: number;
  readonly what: keyof FileReading;
  readonly with: readonly unknown[];
}

interface Answer {
  readonly n: number;
  readonly value?: unknown;
  readonly broke?: true;
}

/** A reader on a thread of its own: closing it ends whatever it is at. */
export interface FileLine extends FileReading {
  close(): void;
}

/** A file that takes longer than this is a trap, or too much for this phone. */
const patienceMs = 20_000;

const spawnReader = (): Worker =>
  new Worker(new URL('./file-worker.ts', import.meta.url), { type: 'module' });

/** The reader is gone: out of memory, out of patience, or no longer wanted. */
class ReaderStopped extends Error {}

interface Waiting {
  readonly settle: (value: unknown) => void;
  readonly stop: (reason: Error) => void;
}

export function openFileLine(spawn: () => Worker = spawnReader): FileLine {
  const worker = spawn();
  const waiting = new Map<number, Waiting>();
  let last = 0;

  const stopAll = () => {
    for (const { stop } of waiting.values()) stop(new ReaderStopped());
    waiting.clear();
  };
  const close = () => {
    worker.terminate();
    stopAll();
  };
  worker.onmessage = ({ data: { n, value, broke } }: MessageEvent<Answer>) => {
    const one = waiting.get(n);
    waiting.delete(n);
    if (broke) one?.stop(new ReaderStopped());
    else one?.settle(value);
  };
  // Out of memory, or its file did not load.
  worker.onerror = stopAll;

  const ask = <K extends keyof FileReading>(
    what: K,
    ...args: Parameters<FileReading[K]>
  ): ReturnType<FileReading[K]> => {
    last += 1;
    const n = last;
    const asked = new Promise((settle, stop) => {
      waiting.set(n, { settle, stop });
      worker.postMessage({ n, what, with: args } satisfies Asked);
    });
    return asked as ReturnType<FileReading[K]>;
  };

  const check: FileReading['check'] = async (file, around) => {
    let isLate = false;
    const timer = setTimeout(() => {
      isLate = true;
      close();
    }, patienceMs);
    try {
      return await ask('check', file, around);
    } catch (error) {
      if (!(error instanceof ReaderStopped)) throw error;
      return tooMuch(isLate);
    } finally {
      clearTimeout(timer);
    }
  };

  return {
    check,
    swap: () => ask('swap'),
    match: (place, field) => ask('match', place, field),
    refusedRows: (words) => ask('refusedRows', words),
    beside: (rows, isFirst) => ask('beside', rows, isFirst),
    worthAsking: () => ask('worthAsking'),
    lookAlikes: (ways) => ask('lookAlikes', ways),
    toCompare: (asked) => ask('toCompare', asked),
    choose: (choice) => ask('choose', choice),
    things: (from, length) => ask('things', from, length),
    photos: (from, length) => ask('photos', from, length),
    close,
  };
}

const tooMuch = (isLate: boolean): Result<CheckedFile, Failure> =>
  fail(isLate ? 'file-too-slow' : 'file-too-heavy');

/** Work with a reader, whose end is a failure with words and not a bug. */
export async function whileItReads<T>(
  work: () => Promise<T>,
): Promise<Result<T, Failure<'file-too-heavy'>>> {
  try {
    return ok(await work());
  } catch (error) {
    if (error instanceof ReaderStopped) return fail('file-too-heavy');
    throw error;
  }
}
