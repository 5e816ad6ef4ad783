import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterEach, expect, test } from 'vitest';
import { type Bytes, toBase64 } from '#base/bytes.ts';
import { arriving, envelope, noise } from '../../support/arriving-documents.ts';
import { costlyRuns } from '../../support/runs.ts';
import { chance } from '../../support/seeded.ts';
import { rootFrom } from './support/receipts.ts';
import {
  type Ask,
  addAccount,
  asking,
  type HostedRegister,
  hostRegister,
  hubFolders,
  type MadeUpAccount,
  madeUpAccount,
  madeUpPhoto,
  sendPhoto,
} from './support/running-hub.ts';

const root = join(import.meta.dirname, '../../..');
const program = join(import.meta.dirname, 'support/hub-process.ts');
const folders = hubFolders();
let running: ChildProcess | undefined;

afterEach(() => {
  running?.kill('SIGKILL');
  folders.forget();
});

/** The real hub in a process of its own, once it says that it is open. */
async function startProcess(): Promise<{ child: ChildProcess; origin: string }> {
  const args = ['--import', 'tsx', program, folders.dist, folders.dataFolder];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
  running = child;
  const [said] = await once(child.stdout ?? child, 'data');
  const port = /open (\d+)/.exec(String(said))?.[1];
  return { child, origin: `http://127.0.0.1:${port}` };
}

type Acknowledged = Map<string, ReturnType<typeof arriving>>;

/** Writes until the hub answers no more; notes what it acknowledged, and nothing else. */
async function writeOn(ask: Ask, circle: string, name: string, acknowledged: Acknowledged) {
  for (let batch = 0; ; batch += 1) {
    const docs = Array.from({ length: 20 }, (_, at) =>
      arriving(`${name} ${batch} ${at}`, envelope(noise(600))),
    );
    const answer = await ask('POST', `/db/${circle}/_bulk_docs`, { docs, new_edits: false }).catch(
      () => undefined,
    );
    if (!answer) return;
    if (answer.status === 201) for (const doc of docs) acknowledged.set(doc._id, doc);
  }
}

async function everythingIsThere(ask: Ask, circle: string, acknowledged: Acknowledged) {
  const all = [...acknowledged.values()];
  for (let at = 0; at < all.length; at += 500) {
    const some = all.slice(at, at + 500);
    const docs = some.map(({ _id, _rev }) => ({ id: _id, rev: _rev }));
    const { body } = await ask('POST', `/db/${circle}/_bulk_get?revs=true`, { docs });
    expect(body).toEqual({ results: some.map((ok) => ({ id: ok._id, docs: [{ ok }] })) });
  }
}

/** Puts photos until the hub answers no more; notes those it acknowledged. */
async function photosOn(url: string, account: MadeUpAccount, kept: Map<string, Bytes>) {
  for (;;) {
    const [id, photo] = [madeUpAccount().id, madeUpPhoto(80_000)];
    const put = await sendPhoto(url + id, account, photo).catch(() => undefined);
    if (!put) return;
    if (put.status === 200) kept.set(id, photo);
  }
}

/** Those of the last round; then they are forgotten here. */
async function photosAreThere(url: string, { bearer }: MadeUpAccount, kept: Map<string, Bytes>) {
  for (const [id, photo] of kept) {
    const answer = await fetch(url + id, { headers: { authorization: bearer } });
    expect(Buffer.compare(await answer.bytes(), photo)).toBe(0);
  }
  kept.clear();
}

/** Makes accounts and ends them until the hub answers no more; notes farewells it acknowledged. */
async function farewellsOn(ask: Ask, register: string, kept: Map<MadeUpAccount, string>) {
  for (;;) {
    const [account, farewell] = [madeUpAccount(), toBase64(madeUpPhoto(40_000))];
    const path = `/api/registers/${register}/accounts/${account.id}`;
    const { tokenHash } = account;
    const ended = await ask('PUT', path, { tokenHash, circles: [], mayInvite: false })
      .then(() => ask('DELETE', path, { farewell }))
      .catch(() => undefined);
    if (!ended) return;
    if (ended.status === 200) kept.set(account, farewell);
  }
}

/** Those of the last round, as many as the hub keeps beside others; then they are forgotten here. */
async function farewellsAreThere(
  origin: string,
  register: string,
  kept: Map<MadeUpAccount, string>,
) {
  for (const [account, farewell] of [...kept].slice(-50)) {
    const heard = await asking(origin, account)('GET', `/api/registers/${register}/farewell`);
    expect(heard).toMatchObject({ status: 200, body: { farewell } });
  }
  kept.clear();
}

async function rootFromChanges(ask: Ask, circle: string): Promise<string> {
  const { body } = await ask('GET', `/db/${circle}/_changes?style=all_docs`);
  return rootFrom((body as { results: Parameters<typeof rootFrom>[0] }).results);
}

test('what a killed hub had acknowledged is there, photos, accounts and farewells too, and its receipts are right', async () => {
  const dice = chance(20_261_126);
  const acknowledged: Acknowledged = new Map();
  const members: MadeUpAccount[] = [];
  const photos = new Map<string, Bytes>();
  const farewells = new Map<MadeUpAccount, string>();
  let register: HostedRegister | undefined;
  for (let round = 0; round < costlyRuns(5).numRuns; round += 1) {
    const { child, origin } = await startProcess();
    register ??= await hostRegister(origin);
    const circle = `${register.id}-team`;
    const ask = asking(origin, register.founder);
    await everythingIsThere(ask, circle, acknowledged);
    const photosUrl = `${origin}/api/registers/${register.id}/photos/`;
    await photosAreThere(photosUrl, register.founder, photos);
    await farewellsAreThere(origin, register.id, farewells);
    for (const member of members) {
      const { status } = await asking(origin, member)('GET', `/db/${register.id}-members/`);
      expect(status).toBe(200);
    }
    const { body } = await ask('POST', `/api/registers/${register.id}/heads`);
    expect(body).toMatchObject({ circles: { team: { root: await rootFromChanges(ask, circle) } } });

    members.push(await addAccount({ ...register, ask }, ['members']));
    const before = acknowledged.size;
    const writers = [0, 1, 2].map((n) => writeOn(ask, circle, `${round} ${n}`, acknowledged));
    writers.push(photosOn(photosUrl, register.founder, photos));
    writers.push(farewellsOn(ask, register.id, farewells));
    await expect.poll(() => acknowledged.size, { timeout: 20_000 }).toBeGreaterThan(before);
    await expect.poll(() => photos.size, { timeout: 20_000 }).toBeGreaterThan(0);
    await expect.poll(() => farewells.size, { timeout: 20_000 }).toBeGreaterThan(0);
    // A moment nobody chose: that it is random is the point, no condition is waited for.
    await after(dice.below(400));
    child.kill('SIGKILL');
    await once(child, 'exit');
    await Promise.all(writers);
  }
  const { child, origin } = await startProcess();
  if (!register) throw new Error('no round was played');
  const { id, founder } = register;
  await everythingIsThere(asking(origin, founder), `${id}-team`, acknowledged);
  await photosAreThere(`${origin}/api/registers/${id}/photos/`, founder, photos);
  await farewellsAreThere(origin, id, farewells);
  expect(acknowledged.size).toBeGreaterThan(100);
  child.kill('SIGTERM');
  expect(await once(child, 'exit')).toEqual([0, null]);
});
