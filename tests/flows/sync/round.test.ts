import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { CircleRing } from '#seal/circle-ring.ts';
import { countWaiting } from '#sync/circle-memory.ts';
import { type FaultProxy, faultProxy } from '../../support/fault-proxy.ts';
import { aPhone, makeRing, refAt, type TestPhone } from '../../support/sync-phones.ts';
import {
  addAccount,
  type HostedRegister,
  hostRegister,
  hubFolders,
  type RunningHub,
  startHub,
} from '../../unit/hub/support/running-hub.ts';

const folders = hubFolders();
let hub: RunningHub;
let proxy: FaultProxy;
let register: HostedRegister;
let ring: CircleRing;

beforeAll(async () => {
  hub = await startHub(folders, {
    limits: { foundings: 1_000, perAccount: 100_000, perAddress: 100_000 },
  });
  proxy = await faultProxy(hub.origin);
});
beforeEach(async () => {
  proxy.faults = () => undefined;
  register = await hostRegister(hub.origin);
  ring = await makeRing(register.id);
});
afterAll(async () => {
  await proxy.stop();
  await hub.stop();
  folders.forget();
});

const phone = async (): Promise<TestPhone> =>
  aPhone({
    register,
    ring,
    account: await addAccount(register, ['members']),
    origin: proxy.origin,
  });

describe('one round', () => {
  test('brings what one phone says to another, and says that it is shared', async () => {
    const [one, two] = [await phone(), await phone()];
    for (let at = 0; at < 30; at += 1) await one.say(at, { summary: `words ${at}` });
    expect(await countWaiting(one.store)).toBe(30);
    expect(await one.round()).toMatchObject({
      circles: { members: { pushed: 30, end: 'shared' } },
    });
    expect(await countWaiting(one.store)).toBe(0);
    expect(await two.round()).toMatchObject({
      circles: { members: { pulled: 30, end: 'shared' } },
    });
    expect(await countWaiting(two.store)).toBe(0);
    expect(await two.content()).toEqual(await one.content());
  });

  test('where nothing is new it is one request of less than a kilobyte', async () => {
    const [one, two] = [await phone(), await phone()];
    await one.say(1, {});
    for (const each of [one, two]) await each.round();
    for (const each of [one, two]) {
      await each.restart();
      proxy.passed.length = 0;
      proxy.bytes = 0;
      expect(await each.round()).toMatchObject({ circles: { members: { end: 'shared' } } });
      expect(proxy.passed.map(({ path }) => path)).toEqual([`/api/registers/${register.id}/heads`]);
      expect(proxy.bytes).toBeLessThan(1_024);
    }
  });

  test('both sides of a conflict end as one, the same bytes on all phones', async () => {
    const [one, two] = [await phone(), await phone()];
    await one.say(1, { summary: 'first' });
    for (const each of [one, two]) await each.round();
    await one.say(1, { summary: 'of one' });
    await two.say(1, { summary: 'of two', note: 'and more' });
    for (const each of [one, two, one]) await each.round();
    expect(await one.read(1)).toContain('of two');
    expect(await one.read(1)).toContain('of one');
    expect(await two.content()).toEqual(await one.content());
    const { _conflicts } = await one.store.db.use(async (db) =>
      db.get(await one.store.idOf(refAt(1)), { conflicts: true }),
    );
    expect(_conflicts).toBeUndefined();
  });

  test('what waits is what this phone said, not what came from the hub', async () => {
    const [one, two] = [await phone(), await phone()];
    for (let at = 0; at < 20; at += 1) await one.say(at, {});
    await one.round();
    await two.say(3, { summary: 'offline' });
    await two.say(50, { summary: 'offline' });
    proxy.faults = ({ path }) => (path.includes('_bulk_docs') ? 'break' : undefined);
    expect(await two.attempt()).toEqual({ ok: false, error: { kind: 'no-answer' } });
    expect(await countWaiting(two.store)).toBe(2);
    expect(two.memory().waiting().size).toBe(2);
    await two.restart();
    expect(two.memory().waiting().size).toBe(2);
    proxy.faults = () => undefined;
    await two.round();
    expect(await countWaiting(two.store)).toBe(0);
    await one.round();
    expect(await one.content()).toEqual(await two.content());
  });

  test('stopped before it has merged, what both sides changed still waits', async () => {
    const [one, two] = [await phone(), await phone()];
    await one.say(3, { summary: 'here' });
    for (const each of [one, two]) await each.round();
    await one.say(3, { summary: 'of one' });
    await one.round();
    await two.say(3, { summary: 'of two' });
    const stop = new AbortController();
    const onPulled = async () => stop.abort();
    await expect(two.attempt({ onPulled, signal: stop.signal })).rejects.toThrow();
    expect(await two.leaves()).toHaveLength(2);
    expect(await countWaiting(two.store)).toBe(1);
    await two.restart();
    await two.round();
    await one.round();
    expect(await one.read(3)).toContain('of two');
    expect(await one.content()).toEqual(await two.content());
  });
});
