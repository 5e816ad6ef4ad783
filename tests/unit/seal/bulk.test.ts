import { describe, expect, test, vi } from 'vitest';
import type { Json } from '#base/json.ts';
import { answerBatch } from '#seal/batch.ts';
import { createSealer } from '#seal/bulk.ts';
import type { SealWorker } from '#seal/worker-line.ts';
import { madeUpRing, otherId, recordId, valueIn } from './made-up-ring.ts';

const ring = await madeUpRing();
const items = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: n % 2 ? recordId : otherId, body: { n } }));
const noPatience = 20;

interface FakeWorker extends SealWorker {
  readonly asked: number[];
  fire(type: string): void;
}

/** Copies what crosses, keys included, as a real worker does; `answer` decides what it does. */
function fakeWorker(
  answer: (data: Parameters<typeof answerBatch>[0]) => ReturnType<typeof answerBatch> | undefined,
): FakeWorker {
  const target = new EventTarget();
  const asked: number[] = [];
  return {
    asked,
    fire: (type) => target.dispatchEvent(new Event(type)),
    addEventListener: target.addEventListener.bind(target),
    terminate: vi.fn(),
    postMessage: (data) => {
      const copy = structuredClone(data);
      asked.push(copy.batch.items.length);
      void answer(copy)?.then((reply) =>
        target.dispatchEvent(new MessageEvent('message', { data: structuredClone(reply) })),
      );
    },
  };
}

async function roundTrip(spawn?: () => SealWorker, count = 450, patience = 10_000) {
  const sealer = createSealer(spawn, patience);
  const sealed = (await sealer.sealMany(items(count), ring)).map(valueIn);
  const opened = (await sealer.openMany(sealed, ring)).map(valueIn);
  sealer.close();
  return { sealed, opened };
}

const bodies = (count: number): Json[] => items(count).map(({ body }) => body);

describe('sealing many', () => {
  test('works without a worker, in order, and says how far it is', async () => {
    const onProgress = vi.fn();
    const sealer = createSealer();
    const sealed = (await sealer.sealMany(items(450), ring, onProgress)).map(valueIn);
    expect(sealed.map(({ _id }) => _id)).toEqual(items(450).map(({ id }) => id));
    const steps: number[][] = onProgress.mock.calls;
    expect(steps).toHaveLength(3);
    expect(steps.at(-1)).toEqual([450, 450]);
    expect(steps.every(([done = 0], index) => done > (steps[index - 1]?.[0] ?? 0))).toBe(true);
    expect((await sealer.openMany(sealed, ring)).map(valueIn)).toEqual(bodies(450));
    expect(await sealer.sealMany([], ring)).toEqual([]);
  });

  test('gives the same through a worker, in slices, with one worker for all', async () => {
    const worker = fakeWorker(answerBatch);
    const spawn = vi.fn(() => worker);
    const { sealed, opened } = await roundTrip(spawn);
    expect(worker.asked).toEqual([200, 200, 50, 200, 200, 50]);
    expect(spawn).toHaveBeenCalledTimes(1);
    expect(worker.terminate).toHaveBeenCalledTimes(1);
    expect(sealed).toEqual((await roundTrip()).sealed);
    expect(opened).toEqual(bodies(450));
  });

  test('starts no worker for fewer than twenty', async () => {
    const spawn = vi.fn(() => fakeWorker(answerBatch));
    await roundTrip(spawn, 19);
    expect(spawn).not.toHaveBeenCalled();
    await roundTrip(spawn, 20);
    expect(spawn).toHaveBeenCalledTimes(1);
  });

  test('one that is too big fails alone', async () => {
    const large = { id: recordId, body: 'a'.repeat(200_000) };
    const [first, ...rest] = await createSealer(() => fakeWorker(answerBatch)).sealMany(
      [large, ...items(30)],
      ring,
    );
    expect(first).toMatchObject({ ok: false, error: { kind: 'too-big' } });
    expect(rest.every(({ ok }) => ok)).toBe(true);
  });

  test('one that does not open fails alone', async () => {
    const { sealed } = await roundTrip(undefined, 30);
    const foreign = (await createSealer().sealMany(items(1), await madeUpRing(1))).map(valueIn);
    const opened = await createSealer().openMany([...foreign, ...sealed], ring);
    expect(opened.map((one) => one.ok)).toEqual([false, ...sealed.map(() => true)]);
  });
});

describe('a worker that', () => {
  test('can not be started is done without, and not started again', async () => {
    const spawn = vi.fn(() => {
      throw new Error('No workers here');
    });
    expect((await roundTrip(spawn)).opened).toEqual(bodies(450));
    expect(spawn).toHaveBeenCalledTimes(1);
  });

  test.each(['error', 'messageerror'])('fires %s is ended and done without', async (type) => {
    const worker: FakeWorker = fakeWorker(() => {
      worker.fire(type);
      return undefined;
    });
    const spawn = vi.fn(() => worker);
    expect((await roundTrip(spawn)).opened).toEqual(bodies(450));
    expect(worker.terminate).toHaveBeenCalledTimes(1);
    expect(spawn).toHaveBeenCalledTimes(1);
  });

  test('says nothing is waited for once only', async () => {
    const worker = fakeWorker(() => undefined);
    expect((await roundTrip(() => worker, 450, noPatience)).opened).toEqual(bodies(450));
    expect(worker.asked).toEqual([200, 200]);
    expect(worker.terminate).toHaveBeenCalledTimes(1);
  });

  test('dies half-way loses nothing', async () => {
    let answers = 0;
    const worker = fakeWorker((data) => (++answers > 1 ? undefined : answerBatch(data)));
    expect((await roundTrip(() => worker, 1_000, noPatience)).opened).toEqual(bodies(1_000));
  });

  test('gives up a batch leaves that batch, and no other, to this thread', async () => {
    let answers = 0;
    const worker = fakeWorker((data) =>
      ++answers === 2 ? Promise.resolve({ ticket: data.ticket }) : answerBatch(data),
    );
    expect((await roundTrip(() => worker)).opened).toEqual(bodies(450));
    expect(worker.asked).toHaveLength(6);
  });

  test('is closed at work is done without', async () => {
    const worker = fakeWorker(() => undefined);
    const sealer = createSealer(() => worker);
    const sealing = sealer.sealMany(items(450), ring);
    await vi.waitFor(() => expect(worker.asked).toHaveLength(2));
    sealer.close();
    expect(await sealing).toHaveLength(450);
  });
});

test('what is no JSON ends with an error, never with waiting', async () => {
  const bug = { id: recordId, body: Number.NaN };
  const sealer = createSealer(() => fakeWorker(answerBatch));
  await expect(sealer.sealMany([...items(30), bug], ring)).rejects.toThrow();
});
