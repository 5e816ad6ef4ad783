import { describe, expect, test } from 'vitest';
import { countWaiting } from '#sync/circle-memory.ts';
import type { Faults } from '../../support/fault-proxy.ts';
import { chance } from '../../support/seeded.ts';
import type { TestPhone } from '../../support/sync-phones.ts';
import { syncStage } from '../../support/sync-stage.ts';

const stage = syncStage();
const saying = async (phone: TestPhone, from: number, to: number, words = 'words') => {
  for (let at = from; at < to; at += 1) await phone.say(at, { summary: `${words} ${at}` });
};
const passed = (part: string) => stage.proxy.passed.filter(({ path }) => path.includes(part));

/** The line is gone for good after so many answers of this address; as when the app is killed. */
const dyingAfter = (part: string, answers: number): Faults => {
  let left = answers;
  return ({ path }) => {
    if (path.includes(part)) left -= 1;
    return left < 0 ? 'break' : undefined;
  };
};

describe('row 16: a month away (a fifth of it)', () => {
  test('killed half-way down and up, it goes on with less than a batch done twice', async () => {
    const [one, away] = [await stage.phone(), await stage.phone()];
    await saying(one, 0, 400);
    await stage.untilQuiet([one, away]);
    await saying(one, 0, 600, 'meanwhile');
    await one.round();
    await saying(away, 0, 60, 'of the one away');
    const dice = chance(16);

    stage.proxy.bytes = 0;
    stage.proxy.faults = dyingAfter('_bulk_get', 2);
    expect(await away.attempt()).toMatchObject({ ok: false });
    const came = (await away.leaves()).length;
    expect(came).toBeGreaterThan(400);
    expect(await countWaiting(away.store)).toBe(60);
    await away.restart();

    // One answer of ten is lost; up goes what waits, down what is left.
    stage.proxy.faults = () => (dice.in100(10) ? 'lose-answer' : undefined);
    let pulled = 0;
    for (let done = false; !done; ) {
      const round = await away.attempt();
      done = round.ok && round.value.circles.members?.end === 'shared';
      if (round.ok) pulled += round.value.circles.members?.pulled ?? 0;
    }
    expect(pulled).toBeLessThanOrEqual(600 - (came - 400));
    expect(stage.proxy.bytes).toBeLessThan(10_000_000 / 5);
    stage.proxy.faults = () => undefined;
    await stage.untilQuiet([one, away]);
    expect(await away.content()).toEqual(await one.content());
    for (const at of [0, 59]) {
      expect(await one.read(at)).toContain(`of the one away ${at}`);
      expect(await one.read(at)).toContain(`meanwhile ${at}`);
    }
    expect(await countWaiting(away.store)).toBe(0);
  });
});

describe('a first load', () => {
  test('comes in counted documents, is not pushed back, and hands over to replication', async () => {
    const [one, two] = [await stage.phone(), await stage.phone()];
    await saying(one, 0, 700);
    await one.round();
    stage.proxy.passed.length = 0;
    const told: object[] = [];
    const onLoading = (loading: object | undefined) => void (loading && told.push(loading));
    const report = await two.round({ onLoading });
    expect(report.circles.members).toMatchObject({ pulled: 700, pushed: 0, end: 'shared' });
    expect(told).toEqual([0, 250, 500, 700].map((done) => ({ done, total: 700 })));
    expect(passed('_bulk_get')).toHaveLength(3);
    // What it has just been given is not even asked about.
    expect(passed('_revs_diff')).toEqual([]);
    await saying(one, 0, 3, 'later');
    await one.round();
    await two.say(900, { summary: 'its own' });
    stage.proxy.passed.length = 0;
    expect(await two.round()).toMatchObject({ circles: { members: { pulled: 3, pushed: 1 } } });
    expect(passed('_bulk_get')).toHaveLength(1);
    await one.round();
    expect(await two.content()).toEqual(await one.content());
  });

  test('keeps what was said before it, and that alone waits', async () => {
    const [one, two] = [await stage.phone(), await stage.phone()];
    await saying(one, 0, 300);
    await one.round();
    await two.say(900, { summary: 'said before it joined' });
    stage.proxy.faults = ({ path }) => (path.includes('_bulk_docs') ? 'break' : undefined);
    expect(await two.attempt()).toMatchObject({ ok: false });
    expect(await countWaiting(two.store)).toBe(1);
    stage.proxy.faults = () => undefined;
    expect(await two.round()).toMatchObject({ circles: { members: { pushed: 1, end: 'shared' } } });
    await one.round();
    expect(await one.content()).toEqual(await two.content());
  });

  test('killed, it goes on where it was', async () => {
    const [one, two] = [await stage.phone(), await stage.phone()];
    await saying(one, 0, 900);
    await one.round();
    stage.proxy.faults = dyingAfter('_bulk_get', 3);
    expect(await two.attempt()).toMatchObject({ ok: false });
    // Three are asked for at once: the one that dies may overtake the third.
    const came = (await two.leaves()).length;
    expect([500, 750]).toContain(came);
    expect(await countWaiting(two.store)).toBe(0);
    await two.restart();
    stage.proxy.faults = () => undefined;
    const told: object[] = [];
    const onLoading = (loading: object | undefined) => void (loading && told.push(loading));
    expect(await two.round({ onLoading })).toMatchObject({
      circles: { members: { pulled: 900 - came } },
    });
    const counted = came === 500 ? [500, 750, 900] : [750, 900];
    expect(told).toEqual(counted.map((done) => ({ done, total: 900 })));
    expect(await two.content()).toEqual(await one.content());
  });
});

describe('too much at once', () => {
  const atMost =
    (part: string, most: number): Faults =>
    ({ path, size }) =>
      path.includes(part) && size > most
        ? { instead: { status: 413, body: 'too large' } }
        : undefined;

  test('is sent in smaller pieces, and then in larger ones again', async () => {
    const [one, two] = [await stage.phone(), await stage.phone()];
    await saying(one, 0, 120);
    stage.proxy.faults = atMost('_bulk_docs', 15_000);
    expect(await one.round()).toMatchObject({
      circles: { members: { pushed: 120, end: 'shared' } },
    });
    stage.proxy.faults = atMost('_bulk_get', 1_000);
    expect(await two.round()).toMatchObject({
      circles: { members: { pulled: 120, end: 'shared' } },
    });
    expect(await two.content()).toEqual(await one.content());
  });

  test('one that is too much by itself waits alone, listed', async () => {
    const one = await stage.phone();
    await saying(one, 0, 9);
    await one.say(50, { summary: Array.from({ length: 3_000 }, (_, at) => `${at}`).join(' ') });
    stage.proxy.faults = atMost('_bulk_docs', 9_000);
    expect(await one.round()).toMatchObject({ circles: { members: { pushed: 9, end: 'shared' } } });
    expect(Object.values(one.memory().state().denied)).toMatchObject([{ reason: 'too-much' }]);
    expect(await countWaiting(one.store)).toBe(1);
  });
});
