import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { countWaiting } from '#sync/circle-memory.ts';
import { runCommand } from '../../../hub/command.ts';
import type { TestPhone } from '../../support/sync-phones.ts';
import { copyFolder, syncStage } from '../../support/sync-stage.ts';

const stage = syncStage();
const saying = async (phone: TestPhone, from: number, to: number) => {
  for (let at = from; at < to; at += 1) await phone.say(at, { summary: `words ${at}` });
};
const failure = (kind: string) => ({ ok: false, error: { kind } });

describe('row 13: the hub’s stores are not those they were', () => {
  test('closed for good: said so, and the phone keeps all', async () => {
    const one = await stage.phone();
    await saying(one, 0, 5);
    await one.round();
    await one.say(1, { summary: 'later' });
    const before = await one.content();
    const command = ['close', stage.register.id];
    expect(await runCommand(command, stage.hub.dataFolder, () => {})).toBe(0);
    expect(await one.attempt()).toEqual(failure('closed'));
    expect(await one.content()).toEqual(before);
    expect(await countWaiting(one.store)).toBe(1);
  });

  test('recreated empty: nothing is filled in until a person says so; then all is', async () => {
    const account = await stage.account();
    const one = await stage.phone(account);
    await saying(one, 0, 30);
    await one.round();
    await stage.meanwhile((folder) => copyFolder('/dev/null/none', folder));
    expect(await one.attempt()).toEqual(failure('not-allowed'));
    await stage.foundAgain([account]);
    const empty = await stage.hubRoot();
    stage.proxy.passed.length = 0;
    expect(await one.attempt()).toEqual(failure('hub-changed'));
    expect(stage.proxy.passed).toHaveLength(1);
    expect(await stage.hubRoot()).toBe(empty);
    expect(await one.leaves()).toHaveLength(30);
    const filled = await one.round({ allowNewGeneration: true });
    expect(filled).toMatchObject({ circles: { members: { pushed: 30, end: 'shared' } } });
    expect(await stage.hubRoot()).toBe(await one.memory().index.root());
    expect(await one.round()).toMatchObject({ circles: { members: { end: 'shared' } } });
  });

  test('last week’s copy: the receipt finds the gap and it is sent again', async () => {
    const [one, two] = [await stage.phone(), await stage.phone()];
    await saying(one, 0, 40);
    await stage.untilQuiet([one, two]);
    const copy = join(stage.hub.dataFolder, '..', 'copy');
    await stage.meanwhile((folder) => copyFolder(folder, copy));
    await saying(one, 40, 90);
    await two.say(3, { summary: 'changed this week' });
    await stage.untilQuiet([one, two]);
    const before = await one.content();
    await stage.meanwhile((folder) => copyFolder(copy, folder));
    expect(await stage.hubRoot()).not.toBe(await one.memory().index.root());
    await stage.untilQuiet([two, one]);
    expect(await one.content()).toEqual(before);
    expect(await two.content()).toEqual(before);
    const newcomer = await stage.phone();
    await newcomer.round();
    expect(await newcomer.content()).toEqual(before);
  });
});

test('row 14: let go while offline: 0 of 40 edits enter, 0 are destroyed, and one request is all', async () => {
  const account = await stage.account();
  const [one, two] = [await stage.phone(account), await stage.phone()];
  await saying(one, 0, 3);
  await stage.untilQuiet([one, two]);
  const there = await stage.hubRoot();
  const ended = await stage.register.ask(
    'DELETE',
    `/api/registers/${stage.register.id}/accounts/${account.id}`,
  );
  expect(ended.status).toBe(200);
  await saying(one, 100, 140);
  const mine = await one.content();
  stage.proxy.passed.length = 0;
  expect(await one.attempt()).toEqual(failure('not-allowed'));
  expect(stage.proxy.passed).toHaveLength(1);
  expect(await stage.hubRoot()).toBe(there);
  expect(await one.content()).toEqual(mine);
  expect(await countWaiting(one.store)).toBe(40);
  await two.round();
  expect((await two.leaves()).length).toBe(3);
});
