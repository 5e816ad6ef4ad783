import { expect, test } from 'vitest';
import { type CodeAsk, type CodeWorker, openCodeLine } from '#services/codes/code-line.ts';

/** A worker moved by hand. */
function handWorker() {
  const target = new EventTarget();
  const asked: CodeAsk[] = [];
  const worker = {
    asked,
    isEnded: false,
    postMessage: (ask: CodeAsk) => {
      asked.push(ask);
    },
    terminate: () => {
      worker.isEnded = true;
    },
    addEventListener: target.addEventListener.bind(target),
    say: (n: number, text: string | undefined) =>
      target.dispatchEvent(new MessageEvent('message', { data: { n, text } })),
    break: () => target.dispatchEvent(new Event('error')),
  };
  return worker;
}

function lineWith(patience?: number) {
  const workers: ReturnType<typeof handWorker>[] = [];
  const spawn = () => {
    const worker = handWorker();
    workers.push(worker);
    return worker as unknown as CodeWorker;
  };
  return { line: openCodeLine(spawn, patience), workers };
}

const picture = () => ({ data: new Uint8ClampedArray(4), width: 1, height: 1 });

test('starts its worker with the first picture, and keeps it', async () => {
  const { line, workers } = lineWith();
  expect(workers).toHaveLength(0);
  const first = line.read(picture());
  workers[0]?.say(1, undefined);
  expect(await first).toEqual({ text: undefined });
  const second = line.read(picture());
  workers[0]?.say(2, 'a text');
  expect(await second).toEqual({ text: 'a text' });
  expect(workers).toHaveLength(1);
});

test('each picture gets its own answer', async () => {
  const { line, workers } = lineWith();
  const both = [line.read(picture()), line.read(picture())];
  workers[0]?.say(2, 'of the second');
  workers[0]?.say(1, 'of the first');
  expect(await Promise.all(both)).toEqual([{ text: 'of the first' }, { text: 'of the second' }]);
});

test('a picture that takes too long ends the worker; the next has a new one', async () => {
  const { line, workers } = lineWith(5);
  expect(await line.read(picture())).toBe('too-long');
  expect(workers[0]?.isEnded).toBe(true);
  const next = line.read(picture());
  workers[1]?.say(2, 'read');
  expect(await next).toEqual({ text: 'read' });
});

test('a worker that does not start is told apart', async () => {
  const { line, workers } = lineWith();
  const read = line.read(picture());
  workers[0]?.break();
  expect(await read).toBe('no-worker');
  expect(await openCodeLine(() => undefined).read(picture())).toBe('no-worker');
});

test('closing ends the worker and what waits; it can be used again', async () => {
  const { line, workers } = lineWith();
  const read = line.read(picture());
  line.close();
  expect(await read).toEqual({ text: undefined });
  expect(workers[0]?.isEnded).toBe(true);
  const again = line.read(picture());
  // What a worker says that was ended is for nobody.
  workers[0]?.say(1, 'late');
  workers[1]?.say(2, 'new');
  expect(await again).toEqual({ text: 'new' });
});
