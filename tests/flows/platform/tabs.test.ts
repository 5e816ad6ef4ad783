import { afterEach, expect, test, vi } from 'vitest';
import { openChannel } from '#platform/channel.ts';
import { createLocks, type Locks } from '#platform/locks.ts';

/** Each runs with the browser's own locks and with the queue for browsers that have none. */
const kinds: [string, () => Locks][] = [
  ['Web Locks', () => createLocks(navigator.locks)],
  ['the queue', () => createLocks(undefined)],
];

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

test.each(kinds)(
  '%s: no two pieces of work run at once, in any order of finishing',
  async (_, make) => {
    const locks = make();
    let running = 0;
    let most = 0;
    const order: number[] = [];
    const work = (index: number) =>
      locks.withLock('record', async () => {
        running += 1;
        most = Math.max(most, running);
        for (let turn = 0; turn < 5 - index; turn += 1) await Promise.resolve();
        order.push(index);
        running -= 1;
        return index;
      });
    expect(await Promise.all([0, 1, 2, 3, 4].map(work))).toEqual([0, 1, 2, 3, 4]);
    expect(most).toBe(1);
    expect(order).toEqual([0, 1, 2, 3, 4]);
  },
);

test.each(kinds)('%s: a throw frees the lock and comes through', async (_, make) => {
  const locks = make();
  const failing = locks.withLock('record', async () => {
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await locks.withLock('record', async () => 'next')).toBe('next');
});

test.each(kinds)('%s: other names do not wait', async (_, make) => {
  const locks = make();
  const done = await locks.withLock('a', () => locks.withLock('b', async () => 'inner'));
  expect(done).toBe('inner');
});

test.each(kinds)('%s: one leads; when it steps down the next does', async (_, make) => {
  const locks = make();
  const leaders: string[] = [];
  const lead = (who: string) => ({ onLead: () => void leaders.push(who) });
  const first = locks.holdLeadership('sync', lead('first'));
  const quitter = locks.holdLeadership('sync', lead('quitter'));
  stops.push(locks.holdLeadership('sync', lead('third')));
  await vi.waitFor(() => expect(leaders).toEqual(['first']));
  quitter();
  first();
  await vi.waitFor(() => expect(leaders).toEqual(['first', 'third']));
});

test.each(kinds)('%s: stepping down is told to the work', async (_, make) => {
  const signal = await new Promise<AbortSignal>((led) => {
    const stop = make().holdLeadership('told', { onLead: led });
    stops.push(stop);
  });
  expect(signal.aborted).toBe(false);
  for (const stop of stops.splice(0)) stop();
  expect(signal.aborted).toBe(true);
});

test('a tab in another frame waits for the lock too', async () => {
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const other = frame.contentWindow;
  if (!other) throw new Error('no frame');
  let free = () => {};
  const held = new Promise<void>((settle) => {
    free = settle;
  });
  const theirs = other.navigator.locks.request('lock:shared', () => held);
  await vi.waitFor(async () => {
    const { held: list = [] } = await navigator.locks.query();
    expect(list.map(({ name }) => name)).toContain('lock:shared');
  });
  let isMine = false;
  const mine = createLocks(navigator.locks).withLock('shared', async () => {
    isMine = true;
  });
  await vi.waitFor(async () => {
    const { pending = [] } = await navigator.locks.query();
    expect(pending.map(({ name }) => name)).toContain('lock:shared');
  });
  expect(isMine).toBe(false);
  free();
  await Promise.all([theirs, mine]);
  expect(isMine).toBe(true);
  frame.remove();
});

test('tabs hear each other, not themselves, and drop what they cannot read', async () => {
  const read = (data: unknown) => (typeof data === 'number' ? data : undefined);
  const here = openChannel<number>('flows', read);
  const there = openChannel<number>('flows', read);
  const stranger = openChannel<unknown>('flows');
  const heard: [string, number][] = [];
  here.listen((value) => void heard.push(['here', value]));
  const leave = there.listen((value) => void heard.push(['there', value]));
  stranger.post({ version: 2 });
  here.post(1);
  await vi.waitFor(() => expect(heard).toEqual([['there', 1]]));
  leave();
  here.post(2);
  there.post(3);
  await vi.waitFor(() =>
    expect(heard).toEqual([
      ['there', 1],
      ['here', 3],
    ]),
  );
  for (const channel of [here, there, stranger]) channel.close();
});
