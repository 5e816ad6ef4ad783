import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { toBase64 } from '#base/bytes.ts';
import {
  addAccount,
  asking,
  type HostedRegister,
  hostRegister,
  hubFolders,
  type MadeUpAccount,
  madeUpAccount,
  madeUpPhoto,
  type RunningHub,
  startHub,
} from './support/running-hub.ts';

const folders = hubFolders();
const limits = { registers: 100, foundings: 100, wrongTokens: 1_000 };
let hub: RunningHub;
let register: HostedRegister;

beforeAll(async () => {
  hub = await startHub(folders, { limits });
});
beforeEach(async () => {
  register = await hostRegister(hub.origin);
});
afterAll(async () => {
  await hub.stop();
  folders.forget();
});

const pathOf = ({ id }: MadeUpAccount): string => `/api/registers/${register.id}/accounts/${id}`;
const end = (account: MadeUpAccount, body?: unknown, ask = register.ask) =>
  ask('DELETE', pathOf(account), body);
const putAgain = (account: MadeUpAccount) =>
  register.ask('PUT', pathOf(account), {
    tokenHash: account.tokenHash,
    circles: ['members'],
    mayInvite: false,
  });
const hear = (account?: MadeUpAccount, id = register.id, origin = hub.origin) =>
  asking(origin, account)('GET', `/api/registers/${id}/farewell`);
const madeUpFarewell = (size = 200): string => toBase64(madeUpPhoto(size));
/** What lies on the disk for this register. */
const kept = (): readonly string[] => {
  const folder = join(folders.dataFolder, 'farewells', register.id);
  return existsSync(folder) ? readdirSync(folder) : [];
};
const none = { status: 401, body: { error: 'unauthorized' } };

async function endedWith(farewell = madeUpFarewell()) {
  const account = await addAccount(register, ['members']);
  expect(await end(account, { farewell })).toMatchObject({ status: 200, body: { ok: true } });
  return { account, farewell };
}

describe('a farewell', () => {
  test('is heard by the phone whose account was ended, as often as it asks', async () => {
    const { account, farewell } = await endedWith();
    for (let times = 0; times < 2; times += 1) {
      const { status, body, headers } = await hear(account);
      expect({ status, body }).toEqual({ status: 200, body: { farewell } });
      expect(headers.get('cache-control')).toBe('no-store');
    }
  });

  test('opens no other door', async () => {
    const { account } = await endedWith();
    const ask = asking(hub.origin, account);
    const doors: [string, string, unknown?][] = [
      ['GET', '/db/'],
      ['GET', `/db/${register.id}-members/`],
      ['POST', `/api/registers/${register.id}/heads`],
      ['GET', `/api/registers/${register.id}/moved`],
      ['GET', `/api/registers/${register.id}/accounts`],
      ['DELETE', pathOf(account)],
      ['DELETE', pathOf(account), { farewell: madeUpFarewell() }],
      ['GET', `/api/registers/${register.id}/photos/${'0'.repeat(32)}`],
      ['PUT', '/api/invites/0000000000000000', {}],
    ];
    for (const [method, path, body] of doors)
      expect(await ask(method, path, body)).toMatchObject(none);
  });

  test('that is somebody else’s, or that nobody left: all are refused alike', async () => {
    const { account } = await endedWith();
    const living = await addAccount(register, ['members']);
    const silent = await addAccount(register, ['members']);
    await end(silent);
    const { bearer } = madeUpAccount();
    const guessing = { ...account, bearer: bearer.replace(/[0-9a-f]{32}/, account.id) };
    const other = await hostRegister(hub.origin);
    const answers = await Promise.all([
      ...[guessing, living, silent, madeUpAccount(), madeUpAccount(8), register.founder].map(
        (one) => hear(one),
      ),
      hear(),
      ...[other.id, '0'.repeat(32), 'x', '..%2fx', '__proto__'].map((id) => hear(account, id)),
    ]);
    for (const { status, body } of answers) expect({ status, body }).toEqual(none);
    expect((await hear(account)).status).toBe(200);
  });

  test('is not looked for before the token fits, so that nobody learns where one is', async () => {
    const { account } = await endedWith();
    const { bearer } = madeUpAccount();
    const guessing = { ...account, bearer: bearer.replace(/[0-9a-f]{32}/, account.id) };
    const [file = ''] = kept();
    writeFileSync(join(folders.dataFolder, 'farewells', register.id, file), 'not what was kept');
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await hear(guessing)).toMatchObject(none);
    expect(logged).not.toHaveBeenCalled();
    expect((await hear(account)).status).toBe(500);
    logged.mockRestore();
  });

  test('can be left by whoever leaves, and by those alone who may end the account', async () => {
    const [mine, other] = [await addAccount(register, ['members']), await addAccount(register, [])];
    const ask = asking(hub.origin, mine);
    const farewell = madeUpFarewell();
    expect((await end(other, { farewell }, ask)).status).toBe(403);
    expect((await end(other, { farewell }, (await hostRegister(hub.origin)).ask)).status).toBe(403);
    expect((await end(mine, { farewell }, asking(hub.origin))).status).toBe(401);
    expect(kept()).toEqual([]);
    expect((await end(mine, { farewell }, ask)).status).toBe(200);
    expect((await hear(mine)).body).toEqual({ farewell });
  });

  test('stays nowhere when the account does, or is none', async () => {
    const farewell = madeUpFarewell();
    expect((await end(register.founder, { farewell })).status).toBe(409);
    expect((await end(madeUpAccount(), { farewell })).status).toBe(404);
    const { account, farewell: first } = await endedWith();
    expect((await end(account, { farewell })).status).toBe(404);
    expect((await hear(account)).body).toEqual({ farewell: first });
    expect(kept()).toEqual([`${account.id}.json`]);
  });

  test('is lost with the account made again, from the disk too, also when that ends in silence', async () => {
    const { account } = await endedWith();
    await putAgain(account);
    expect(await hear(account)).toMatchObject(none);
    expect(kept()).toEqual([]);
    await end(account);
    expect(await hear(account)).toMatchObject(none);
    await putAgain(account);
    const farewell = madeUpFarewell();
    await end(account, { farewell });
    expect((await hear(account)).body).toEqual({ farewell });
  });

  test('outlives a stop of the hub', async () => {
    const { account, farewell } = await endedWith();
    await hub.stop();
    hub = await startHub(folders, { limits });
    expect((await hear(account)).body).toEqual({ farewell });
  });

  test('has room for 64 KiB and no more', async () => {
    const account = await addAccount(register, ['members']);
    const largest = madeUpFarewell(64 * 1024);
    expect((await end(account, { farewell: madeUpFarewell(64 * 1024 + 3) })).status).toBe(400);
    expect((await end(account, { farewell: madeUpFarewell(80_000) })).status).toBe(413);
    expect((await end(account, { farewell: largest })).status).toBe(200);
    expect((await hear(account)).body).toEqual({ farewell: largest });
  });

  test.each<[string, unknown]>([
    ['null', null],
    ['a list', [{ farewell: 'AAAA' }]],
    ['a text', 'AAAA'],
    ['one more key', { farewell: 'AAAA', wipe: true }],
    ['no base64', { farewell: 'good bye' }],
    ['nothing in it', { farewell: '' }],
    ['a number in it', { farewell: 4 }],
    ['a list in it', { farewell: ['AAAA'] }],
  ])('with %s is refused, and the account stays', async (_, body) => {
    const account = await addAccount(register, ['members']);
    expect((await end(account, body)).status).toBe(400);
    expect((await asking(hub.origin, account)('GET', '/db/')).status).toBe(200);
    expect(kept()).toEqual([]);
  });
});

describe('asking for a farewell', () => {
  const withFew = async (work: (origin: string) => Promise<void>) => {
    const own = hubFolders();
    const other = await startHub(own, { limits: { wrongTokens: 3 } });
    register = await hostRegister(other.origin);
    await work(other.origin);
    await other.stop();
    own.forget();
  };
  const four = async (ask: () => Promise<{ readonly status: number }>) => {
    const answers = [await ask(), await ask(), await ask(), await ask()];
    return answers.map(({ status }) => status);
  };

  test('with wrong tokens ends soon, and holds up nobody who has the right one', () =>
    withFew(async (origin) => {
      const { account } = await endedWith();
      const guess = () => hear(madeUpAccount(), register.id, origin);
      expect(await four(guess)).toEqual([401, 401, 401, 429]);
      expect((await asking(origin, madeUpAccount())('GET', '/db/')).status).toBe(429);
      expect((await hear(account, register.id, origin)).status).toBe(200);
    }));

  test('over and over ends soon for this one phone', () =>
    withFew(async (origin) => {
      const [first, second] = [await endedWith(), await endedWith()];
      const again = () => hear(first.account, register.id, origin);
      expect(await four(again)).toEqual([200, 200, 200, 429]);
      expect((await hear(second.account, register.id, origin)).status).toBe(200);
    }));
});
