import { expect, test } from 'vitest';
import type { TestPhone } from '../../support/sync-phones.ts';
import { syncStage } from '../../support/sync-stage.ts';

const stage = syncStage();
const day = 24 * 60 * 60 * 1000;
const start = Date.parse('2026-11-01T10:00:00Z');

async function sharedPhone(records: number): Promise<TestPhone> {
  const phone = await stage.phone();
  for (let at = 1; at <= records; at += 1) await phone.say(at, { summary: `here ${at}` });
  await stage.untilQuiet([phone]);
  await phone.memory().keep({ lookedBackAt: start });
  stage.proxy.passed.length = 0;
  return phone;
}

const fetched = () => stage.proxy.passed.filter(({ path }) => path.includes('_bulk_get')).length;

interface Read {
  readonly results: readonly { readonly docs: readonly { readonly ok: { c: string } }[] }[];
}

/** As a hub answers whose disk has lost what documents say, and kept what they are called. */
const hollow = (told: unknown): unknown => ({
  results: (told as Read).results.map((result) => ({
    ...result,
    docs: result.docs.map(({ ok }) => ({ ok: { ...ok, c: btoa('x'.repeat(300)) } })),
  })),
});

test('nothing is fetched back before a day has passed, and then a few, once', async () => {
  const phone = await sharedPhone(20);
  await phone.round({ now: () => start + day - 1 });
  expect(fetched()).toBe(0);
  await phone.round({ now: () => start + day });
  expect(fetched()).toBe(1);
  await phone.round({ now: () => start + day + 60_000 });
  expect(fetched()).toBe(1);
  expect(phone.memory().state().astray).toBe(0);
});

test('a hub that keeps the names of documents and not what they say is found out', async () => {
  const phone = await sharedPhone(20);
  stage.proxy.faults = ({ path }) => (path.includes('_bulk_get') ? { change: hollow } : undefined);
  const report = await phone.round({ now: () => start + day });
  // Its receipt is right all the same: that is why they are fetched.
  expect(report.circles.members?.end).toBe('shared');
  expect(phone.memory().state().astray).toBe(8);
  stage.proxy.faults = () => undefined;
  await phone.restart();
  expect(phone.memory().state().astray).toBe(8);
  await phone.round({ now: () => start + 2 * day });
  expect(phone.memory().state().astray).toBe(0);
});

test('where fewer are held all of them are, and a clock set right waits no year', async () => {
  const phone = await sharedPhone(3);
  stage.proxy.faults = ({ path }) => (path.includes('_bulk_get') ? { change: hollow } : undefined);
  await phone.round({ now: () => start - 365 * day });
  expect(phone.memory().state().astray).toBe(3);
});

test('a line that breaks meanwhile is tried again with the next round', async () => {
  const phone = await sharedPhone(3);
  stage.proxy.faults = ({ path }) => (path.includes('_bulk_get') ? 'break' : undefined);
  const broken = await phone.attempt({ now: () => start + day, line: phone.plainLine });
  expect(broken.ok).toBe(false);
  stage.proxy.faults = () => undefined;
  await phone.round({ now: () => start + day });
  expect(phone.memory().state().lookedBackAt).toBe(start + day);
});
