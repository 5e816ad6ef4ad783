import { expect, test } from 'vitest';
import { countWaiting } from '#sync/circle-memory.ts';
import type { Faults } from '../support/fault-proxy.ts';
import { chance } from '../support/seeded.ts';
import type { TestPhone } from '../support/sync-phones.ts';
import { syncStage } from '../support/sync-stage.ts';

const stage = syncStage();

const changes = 5_000;
const known = 500;
const own = 300;
const batch = 250;
const megabit = 125_000;

const isBatch = ({ path }: { readonly path: string }) => path.includes('_bulk_get');

const saying = async (phone: TestPhone, from: number, to: number, words: string) => {
  for (let at = from; at < to; at += 1) await phone.say(at, { summary: `${words} ${at}` });
};

/** One answer of ten is lost; after so many batches of documents the line is gone, as when killed. */
function lossy(seed: number, batches = Number.POSITIVE_INFINITY): Faults {
  const dice = chance(seed);
  let left = batches;
  return (passing) => {
    if (isBatch(passing)) left -= 1;
    if (left < 0) return 'break';
    return dice.in100(10) ? 'lose-answer' : undefined;
  };
}

/** Until a receipt covers it; documents that came down on the way. */
async function untilShared(phone: TestPhone): Promise<number> {
  let pulled = 0;
  for (let tries = 0; tries < 100; tries += 1) {
    const round = await phone.attempt();
    const circle = round.ok ? round.value.circles.members : undefined;
    pulled += circle?.pulled ?? 0;
    if (circle?.end === 'shared') return pulled;
  }
  throw new Error('not shared after 100 rounds');
}

/** How much of what the one says now the other has. */
async function cameOf(one: TestPhone, other: TestPhone): Promise<number> {
  const has = new Set((await other.leaves()).map(({ _id, _rev }) => _id + _rev));
  return (await one.leaves()).filter(({ _id, _rev }) => has.has(_id + _rev)).length;
}

test('row 16: 30 days away, 5,000 changes, 1 Mbit/s, a tenth lost, killed half-way: goes on, in less than 3 minutes and 10 MB', async () => {
  const [one, away] = [await stage.phone(), await stage.phone()];
  await saying(one, 0, known, 'before');
  await stage.untilQuiet([one, away]);
  await saying(one, 0, changes, 'meanwhile');
  await one.round();
  await saying(away, 0, own, 'of the one away');

  stage.proxy.bytes = 0;
  stage.proxy.passed.length = 0;
  stage.proxy.speed = megabit;
  const started = performance.now();
  stage.proxy.faults = lossy(1, changes / 2 / batch);
  // Each lost answer ends a round; the next goes on.
  while (stage.proxy.passed.filter(isBatch).length <= changes / 2 / batch) await away.attempt();
  const came = await cameOf(one, away);
  expect(came).toBeGreaterThan(changes / 5);
  expect(came).toBeLessThanOrEqual(changes / 2);
  await away.restart();
  expect(await countWaiting(away.store)).toBe(own);

  stage.proxy.faults = lossy(2);
  const pulled = await untilShared(away);
  const seconds = (performance.now() - started) / 1_000;
  const megabytes = stage.proxy.bytes / 1_000_000;
  console.log(`row 16: ${came} came, then ${pulled}; ${seconds} s, ${megabytes} MB`);
  expect(pulled).toBeLessThanOrEqual(changes - came);
  expect(seconds).toBeLessThan(180);
  expect(megabytes).toBeLessThan(10);

  stage.proxy.speed = undefined;
  stage.proxy.faults = () => undefined;
  await stage.untilQuiet([one, away]);
  expect(await away.content()).toEqual(await one.content());
  for (const at of [0, own - 1]) {
    expect(await one.read(at)).toContain(`of the one away ${at}`);
    expect(await one.read(at)).toContain(`meanwhile ${at}`);
  }
  expect(await countWaiting(away.store)).toBe(0);
});
