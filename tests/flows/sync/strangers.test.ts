import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { accountOf } from '#services/sharing/account-of.ts';
import { hubAccounts } from '#services/sharing/hub-accounts.ts';
import { hubApi } from '#sync/hub-api.ts';
import { rootOf } from '#trust/log.ts';
import {
  type HostedRegister,
  hostRegister,
  hubFolders,
  startHub,
} from '../../unit/hub/support/running-hub.ts';
import { lineTo } from '../../unit/sync/support/lines.ts';
import {
  admit,
  makePhone,
  type Patch,
  say,
  stateOf,
  valueIn,
} from '../../unit/trust/neighbours.ts';

const [old, stray, young] = ['c'.repeat(32), 'd'.repeat(32), 'e'.repeat(32)];
const wish = { tokenHash: 'f'.repeat(64), circles: ['members'], mayInvite: false } as const;
const longAgo = '2026-01-02';

let folders: ReturnType<typeof hubFolders>;
let hub: Awaited<ReturnType<typeof startHub>>;
let register: HostedRegister;
let patch: Patch;
/** Of a member whom the log names. */
let ada: string;
let adaName: string;

const api = () => hubApi(lineTo(hub.origin, register.founder.bearer));
const there = async () => valueIn(await api().accounts(register.id));
const idsThere = async () => (await there()).map(({ id }) => id).sort();

/** As a hub's disk says when two weeks and more went by. */
function makeOld(ids: readonly string[], made: string | undefined): void {
  const path = join(hub.dataFolder, 'registers', `${register.id}.json`);
  const content = JSON.parse(readFileSync(path, 'utf8'));
  for (const id of ids) Object.assign(content.accounts[id], { made, seen: made });
  writeFileSync(path, JSON.stringify(content));
}

const endStrangers = async (member: string, hasNewer = false) => {
  const state = stateOf(patch);
  const log = { read: async () => state, acts: () => patch.acts, hasNewer: () => hasNewer };
  const own = { account: register.founder.id, member };
  const accounts = hubAccounts({ register: register.id, own, log, api: api() });
  expect((await accounts.endStrangers(await there())).ok).toBe(true);
};

beforeEach(async () => {
  folders = hubFolders();
  hub = await startHub(folders);
  register = await hostRegister(hub.origin);
  const { record, device } = register.founded;
  const founder = await makePhone(device);
  patch = { root: await rootOf(record), founding: record, founder, acts: [] };
  const phone = await makePhone();
  adaName = (await say(patch, founder, admit(phone, 'coordinator'))).name;
  ada = await accountOf(register.id, phone.keys.sign);
  for (const id of [ada, old, stray, young]) await api().putAccount(register.id, id, wish);
  await hub.stop();
  makeOld([register.founder.id, ada, old, stray], longAgo);
  hub = await startHub(folders);
});
afterEach(async () => {
  await hub.stop();
  folders.forget();
});

describe('at a real hub, accounts that nobody stands behind', () => {
  test('go when a steward’s phone looks; the log’s, the young and its own stay', async () => {
    await endStrangers(patch.root.name);
    expect(await idsThere()).toEqual([register.founder.id, ada, young].sort());
  });

  test('stay when a coordinator looks, or while a newer app has signed something', async () => {
    const before = await idsThere();
    await endStrangers(adaName);
    await endStrangers(patch.root.name, true);
    expect(await idsThere()).toEqual(before);
  });

  test('have their age from today where an older hub kept none', async () => {
    await hub.stop();
    makeOld([register.founder.id, old], undefined);
    hub = await startHub(folders);
    const daysOf = async (id: string) => (await there()).find((one) => one.id === id)?.days;
    expect(await daysOf(old)).toBe(null);
    expect(await daysOf(register.founder.id)).toBe(0);
    await endStrangers(patch.root.name);
    expect(await idsThere()).toContain(old);
  });

  test('don’t grow young by another token', async () => {
    await api().putAccount(register.id, old, { ...wish, tokenHash: 'a'.repeat(64) });
    await endStrangers(patch.root.name);
    expect(await idsThere()).not.toContain(old);
  });
});
