import { describe, expect, test } from 'vitest';
import { countWaiting } from '#sync/circle-memory.ts';
import {
  type Fault,
  type Faults,
  faultProxy,
  htmlPage,
  jsonSaying,
  redirectTo,
} from '../../support/fault-proxy.ts';
import { chance } from '../../support/seeded.ts';
import type { TestPhone } from '../../support/sync-phones.ts';
import { syncStage } from '../../support/sync-stage.ts';

const stage = syncStage();
const isPush = (path: string) => path.includes('_bulk_docs');

async function saying(count: number, phone: TestPhone) {
  for (let at = 0; at < count; at += 1) await phone.say(at, { summary: `words ${at}` });
}

/** Nothing is lost, doubled or in conflict; the other phone and the hub have just what is here. */
async function expectAlike(one: TestPhone, two: TestPhone, count: number) {
  expect(await one.memory().index.root()).toBe(await stage.hubRoot());
  await two.round();
  expect(await two.content()).toEqual(await one.content());
  expect(await one.leaves()).toHaveLength(count);
  expect(await countWaiting(one.store)).toBe(0);
}

describe('row 5: what was delivered and not heard', () => {
  test('an answer lost after the hub wrote doubles nothing', async () => {
    const [one, two] = [await stage.phone(), await stage.phone()];
    await saying(300, one);
    stage.proxy.faults = ({ path, before }) =>
      isPush(path) && before < 7 ? 'lose-answer' : undefined;
    let tries = 0;
    for (let done = false; !done; tries += 1) done = (await one.attempt()).ok;
    expect(tries).toBeGreaterThan(1);
    await expectAlike(one, two, 300);
    expect((await one.leaves()).every(({ _rev }) => _rev.startsWith('1-'))).toBe(true);
  });

  test('every answer once lost, whatever it was about, and still nothing doubles', async () => {
    const [one, two] = [await stage.phone(), await stage.phone()];
    await saying(40, one);
    const lost = new Set<string>();
    stage.proxy.faults = ({ method, path }) => {
      const name = `${method} ${path.replace(/\?.*/, '')}`;
      if (lost.has(name)) return undefined;
      lost.add(name);
      return 'lose-answer';
    };
    for (const phone of [one, two])
      for (let done = false; !done; ) done = (await phone.attempt()).ok;
    expect(lost.size).toBeGreaterThan(5);
    await expectAlike(one, two, 40);
  });
});

test('row 6: 502 in the middle, then three of ten at random: all arrives, at most twice the bytes', async () => {
  const count = 450;
  const clean = await stage.phone();
  await saying(count, clean);
  stage.proxy.bytes = 0;
  await clean.round();
  const plainBytes = stage.proxy.bytes;

  await stage.fresh();
  const [one, two] = [await stage.phone(), await stage.phone()];
  await saying(count, one);
  const dice = chance(6);
  stage.proxy.bytes = 0;
  stage.proxy.faults = ({ path, before }) => {
    if (isPush(path) && before === 1) return htmlPage(502);
    return dice.in100(30) ? jsonSaying({ error: 'bad-gateway' }, 502) : undefined;
  };
  for (let tries = 0; ; tries += 1) {
    const done = await one.attempt();
    if (done.ok && done.value.circles.members?.end === 'shared') break;
    if (!done.ok) expect(done.error.kind).toBe('hub-trouble');
    expect(tries).toBeLessThan(20);
  }
  expect(stage.proxy.bytes).toBeLessThan(2 * plainBytes);
  stage.proxy.faults = () => undefined;
  await expectAlike(one, two, count);
});

describe('row 7: a Wi-Fi that wants a sign-in', () => {
  const onlyAt =
    (part: string, fault: Fault): Faults =>
    ({ path }) =>
      path.includes(part) ? fault : undefined;
  test.each<[string, (elsewhere: string) => Faults]>([
    ['a page instead of everything', () => () => htmlPage()],
    ['a page that says 401', () => () => htmlPage(401)],
    ['a page that says 403', () => () => htmlPage(403)],
    ['network sign-in needed', () => () => htmlPage(511)],
    ['a way to another place', (elsewhere) => () => redirectTo(`${elsewhere}/login`)],
    ['a page instead of changes', () => onlyAt('_changes', htmlPage())],
    ['a page instead of what was written', () => onlyAt('_bulk_docs', htmlPage())],
    ['a page instead of what is missing', () => onlyAt('_revs_diff', htmlPage())],
    ['another place instead of changes', (elsewhere) => onlyAt('_changes', redirectTo(elsewhere))],
  ])('%s', async (_, faults) => {
    const elsewhere = await faultProxy(stage.hub.origin);
    const [one, two] = [await stage.phone(), await stage.phone()];
    await saying(12, one);
    stage.proxy.faults = faults(elsewhere.origin);
    expect(await one.attempt()).toEqual({ ok: false, error: { kind: 'wants-sign-in' } });
    expect(await countWaiting(one.store)).toBe(12);
    expect(elsewhere.passed).toEqual([]);
    stage.proxy.faults = () => undefined;
    await one.round();
    await expectAlike(one, two, 12);
    await elsewhere.stop();
  });
});

describe('row 8: whoever stands between lies or cuts off', () => {
  test.each<[string, Faults]>([
    [
      '`201 []`, and nothing passed on',
      ({ path }) => (isPush(path) ? jsonSaying([], 201) : undefined),
    ],
    [
      'the second `201 []`',
      ({ path, before }) => (isPush(path) && before === 1 ? jsonSaying([], 201) : undefined),
    ],
    ['`{}` to everything', () => jsonSaying({})],
    [
      '`{}` instead of what is missing',
      ({ path }) => (path.includes('_revs_diff') ? jsonSaying({}) : undefined),
    ],
    [
      'answers that end in their middle',
      ({ path }) => (path.includes('/db/') ? 'cut-answer' : undefined),
    ],
    [
      'nothing new, for ever',
      ({ path }) =>
        path.includes('_changes') ? jsonSaying({ results: [], last_seq: 0 }) : undefined,
    ],
  ])('%s', async (_, lie) => {
    const [one, two] = [await stage.phone(), await stage.phone()];
    await saying(500, one);
    await two.say(900, { summary: 'of the other' });
    stage.proxy.faults = lie;
    const lied = await one.attempt();
    const isShared = lied.ok && lied.value.circles.members?.end === 'shared';
    if (!isShared) expect(await countWaiting(one.store)).toBe(500);
    else expect(await one.memory().index.root()).toBe(await stage.hubRoot());
    stage.proxy.faults = () => undefined;
    await two.round();
    await stage.untilQuiet([one, two]);
    await expectAlike(one, two, 501);
  });
});
