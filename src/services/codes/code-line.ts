import type { Pixels } from '#formats/read-code.ts';

export interface CodeAsk {
  readonly n: number;
  readonly picture: Pixels;
}

export interface CodeAnswer {
  readonly n: number;
  readonly text: string | undefined;
}

/** What is used of a `Worker`. */
export type CodeWorker = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>;

/** Undefined where the browser refuses to start it. */
function spawnReader(): CodeWorker | undefined {
  try {
    return new Worker(new URL('./code-worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return undefined;
  }
}

/** `too-long`: so full of what looks like codes that reading it was ended. */
export type LineAnswer = { readonly text: string | undefined } | 'too-long' | 'no-worker';

const patienceMs = 3000;

/**
 * Our own reader on a thread of its own. Begun by the first picture; one that takes too long ends
 * the thread, and the next picture gets a new one.
 */
export function openCodeLine(spawn = spawnReader, patience = patienceMs) {
  const waiting = new Map<number, (answer: LineAnswer) => void>();
  let worker: CodeWorker | undefined;
  let last = 0;

  const end = (answer: LineAnswer) => {
    worker?.terminate();
    worker = undefined;
    for (const settle of waiting.values()) settle(answer);
    waiting.clear();
  };
  const start = (): CodeWorker | undefined => {
    const started = spawn();
    started?.addEventListener('message', ({ data }: MessageEvent<CodeAnswer>) => {
      waiting.get(data.n)?.({ text: data.text });
      waiting.delete(data.n);
    });
    // Its file did not load, or it is out of memory.
    started?.addEventListener('error', () => {
      if (started === worker) end('no-worker');
    });
    return started;
  };

  const read = async ({ data, width, height }: Pixels): Promise<LineAnswer> => {
    worker ??= start();
    if (!worker) return 'no-worker';
    last += 1;
    const ask: CodeAsk = { n: last, picture: { data, width, height } };
    const answering = new Promise<LineAnswer>((settle) => {
      waiting.set(ask.n, settle);
    });
    worker.postMessage(ask, [data.buffer]);
    const timer = setTimeout(() => end('too-long'), patience);
    const answer = await answering;
    clearTimeout(timer);
    return answer;
  };

  return { read, close: () => end({ text: undefined }) };
}

export type CodeLine = ReturnType<typeof openCodeLine>;
