import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fromBase64, randomBytes, toBase64 } from '#base/bytes.ts';
import { makeCircleSecret } from '#seal/circle-keys.ts';
import { makeDeviceKeys, signWithDevice } from '#seal/device-signature.ts';
import { hostingBytes } from '#seal/hosting.ts';
import { recoveringBytes } from '#seal/recovering.ts';
import type { Hoard } from '#trust/past.ts';
import { openRing, sealRing } from '#trust/recovery-ring.ts';
import { keysFromWords, makeSheet, type SheetKeys } from '#trust/recovery-sheet.ts';
import { openFarewellShelf } from '../../../hub/registers/farewell-shelf.ts';
import { openRegisterBook } from '../../../hub/registers/register-book.ts';
import { openRingBook } from '../../../hub/registers/ring-book.ts';
import { valueIn } from '../seal/made-up-ring.ts';
import {
  type Ask,
  addAccount,
  asking,
  type HostedRegister,
  hostingWish,
  hostRegister,
  hubFolders,
  type MadeUpAccount,
  madeUpAccount,
  type RunningHub,
  startHub,
} from './support/running-hub.ts';

const folders = hubFolders();
const limits = { registers: 100, foundings: 100, wrongTokens: 100_000 };
const at = '2026-11-26T10:00:00.000Z';
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

const pathOf = (id = register.id): string => `/api/registers/${id}/ring`;
const readRing = (id?: string) => asking(hub.origin)('GET', pathOf(id));

interface Sheet {
  readonly keys: CryptoKeyPair;
  readonly wish: { readonly ring: string; readonly sign: string };
}

async function madeUpSheet(ring = toBase64(randomBytes(200))): Promise<Sheet> {
  const keys = valueIn(await makeDeviceKeys());
  const raw = await crypto.subtle.exportKey('raw', keys.publicKey);
  return { keys, wish: { ring, sign: toBase64(new Uint8Array(raw)) } };
}

/** A sheet whose ring lies at the hub. */
async function putSheet(ask = register.ask): Promise<Sheet> {
  const sheet = await madeUpSheet();
  expect((await ask('PUT', pathOf(), sheet.wish)).status).toBe(200);
  return sheet;
}

async function comingBack(
  { privateKey }: Pick<CryptoKeyPair, 'privateKey'>,
  { id, tokenHash }: MadeUpAccount = madeUpAccount(),
  of = register.id,
) {
  const bytes = recoveringBytes({ register: of, account: id, tokenHash, at });
  const signature = toBase64(await signWithDevice(privateKey, bytes));
  return { account: id, tokenHash, at, signature };
}
const recover = (wish: unknown, id = register.id) =>
  asking(hub.origin)('POST', `/api/registers/${id}/recover`, wish);

describe('a ring', () => {
  test('is read by whoever knows the register, with the founding record', async () => {
    const { wish } = await putSheet();
    expect(await readRing()).toMatchObject({
      status: 200,
      body: { ring: wish.ring, founding: register.founded.record },
    });
    expect(Object.keys((await readRing()).body as object)).toEqual(['ring', 'founding']);
  });

  test('is put by those alone who may invite into all circles', async () => {
    const { wish } = await madeUpSheet();
    const others = [
      await addAccount(register, ['members', 'team']),
      await addAccount(register, ['members'], true),
      (await hostRegister(hub.origin)).founder,
    ];
    for (const other of others) {
      expect((await asking(hub.origin, other)('PUT', pathOf(), wish)).status).toBe(403);
      expect((await asking(hub.origin, other)('DELETE', pathOf())).status).toBe(403);
    }
    expect((await asking(hub.origin)('PUT', pathOf(), wish)).status).toBe(401);
    expect((await readRing()).status).toBe(404);
  });

  test('that is not there, of a register that is not here or of no register: all look alike', async () => {
    const answers = await Promise.all(
      [register.id, '0'.repeat(32), 'x', '..%2fregisters'].map((id) => readRing(id)),
    );
    for (const { status, body } of answers)
      expect({ status, body }).toEqual({ status: 404, body: { error: 'unknown' } });
    const wish = await comingBack((await madeUpSheet()).keys);
    for (const id of [register.id, '0'.repeat(32), 'x'])
      expect(await recover(wish, id)).toMatchObject({ status: 404, body: { error: 'unknown' } });
  });

  test('has room for 1 MiB and no more', async () => {
    const { wish } = await madeUpSheet();
    const put = (size: number) =>
      register.ask('PUT', pathOf(), { ...wish, ring: toBase64(new Uint8Array(size)) });
    expect((await put(1024 * 1024)).status).toBe(200);
    expect((await put(1024 * 1024 + 3)).status).toBe(400);
    expect((await put(1_200_000)).status).toBe(413);
    expect((await put(0)).status).toBe(400);
  });

  test.each<[string, (wish: Sheet['wish']) => unknown]>([
    ['nothing', () => null],
    ['one more key', (wish) => ({ ...wish, words: 'six' })],
    ['a ring that is no base64', (wish) => ({ ...wish, ring: 'not base64!' })],
    ['a ring that is a list', (wish) => ({ ...wish, ring: [wish.ring] })],
    ['a key that is too short', (wish) => ({ ...wish, sign: toBase64(new Uint8Array(31)) })],
    ['no key', ({ ring }) => ({ ring })],
  ])('with %s is refused', async (_, change) => {
    const { wish } = await madeUpSheet();
    expect((await register.ask('PUT', pathOf(), change(wish))).status).toBe(400);
    expect((await readRing()).status).toBe(404);
  });

  test('outlives a stop of the hub, with what was used of its sheet', async () => {
    const { keys, wish } = await putSheet();
    const account = madeUpAccount();
    const back = await comingBack(keys, account);
    expect((await recover(back)).status).toBe(200);
    await hub.stop();
    hub = await startHub(folders, { limits });
    expect((await readRing()).body).toMatchObject({ ring: wish.ring });
    expect((await recover(back)).status).toBe(200);
    const path = `/api/registers/${register.id}/accounts/${account.id}`;
    const ask = asking(hub.origin, register.founder);
    expect((await ask('PUT', pathOf(), wish)).status).toBe(200);
    expect((await ask('DELETE', path)).status).toBe(200);
    expect(await recover(back)).toMatchObject({ status: 409, body: { error: 'used' } });
  });

  test('goes with the account that put it, or when that one may do less', async () => {
    const steward = await addAccount(register, ['members', 'team'], true);
    const { keys, wish } = await putSheet(asking(hub.origin, steward));
    const path = `/api/registers/${register.id}/accounts/${steward.id}`;
    const { tokenHash } = steward;
    const less = { tokenHash, circles: ['members'], mayInvite: true };
    expect((await register.ask('PUT', path, less)).status).toBe(200);
    expect((await readRing()).status).toBe(404);
    expect((await recover(await comingBack(keys))).status).toBe(404);
    expect(filesOf('rings').join()).not.toContain(wish.ring);

    await register.ask('PUT', path, { ...less, circles: ['members', 'team'] });
    await putSheet(asking(hub.origin, steward));
    expect((await readRing()).status).toBe(200);
    expect((await register.ask('DELETE', path)).status).toBe(200);
    expect((await readRing()).status).toBe(404);
  });

  test('stays when another account has put it again meanwhile, or somebody else goes', async () => {
    const [lost, other] = [
      await addAccount(register, ['members', 'team'], true),
      await addAccount(register, ['members', 'team'], true),
    ];
    const { wish } = await putSheet(asking(hub.origin, lost));
    const end = ({ id }: MadeUpAccount) =>
      register.ask('DELETE', `/api/registers/${register.id}/accounts/${id}`);
    await end(other);
    expect((await readRing()).status).toBe(200);
    await register.ask('PUT', pathOf(), wish);
    await end(lost);
    expect((await readRing()).body).toMatchObject({ ring: wish.ring });
  });

  test('can be taken away, and then brings nobody back', async () => {
    const { keys } = await putSheet();
    expect((await register.ask('DELETE', pathOf())).status).toBe(200);
    expect((await readRing()).status).toBe(404);
    expect((await recover(await comingBack(keys))).status).toBe(404);
    expect((await register.ask('DELETE', pathOf())).status).toBe(200);
  });

  test('in a hub from before founding records were kept comes alone, until its founder asks again', async () => {
    const { wish } = await putSheet();
    await hub.stop();
    const file = join(folders.dataFolder, 'registers', `${register.id}.json`);
    const { founding, ...older } = JSON.parse(readFileSync(file, 'utf8'));
    expect(founding).toEqual(register.founded.record);
    writeFileSync(file, JSON.stringify(older));
    hub = await startHub(folders, { limits });
    expect((await readRing()).body).toEqual({ ring: wish.ring });
    const again = await hostingWish(register.founded, register.founder);
    expect((await asking(hub.origin)('POST', '/api/registers', again)).status).toBe(200);
    expect((await readRing()).body).toEqual({ ring: wish.ring, founding });
  });
});

test('the ring of an account that ended just before a crash opens nothing', async () => {
  const own = hubFolders();
  const now = () => Date.parse(at);
  const folder = own.dataFolder;
  const farewells = openFarewellShelf(folder);
  const book = await openRegisterBook({ folder, mostRegisters: 1, farewells, now });
  const rings = openRingBook(own.dataFolder, book);
  const [first, second] = [madeUpAccount(), madeUpAccount()];
  const founding = register.founded.record;
  await book.found(register.id, { ...first, account: first.id, founding });
  await book.recover(register.id, second.id, second.tokenHash);
  const { keys, wish } = await madeUpSheet();
  await rings.put(register.id, first.id, wish);
  expect(await rings.open(register.id)).toBe(wish.ring);
  await book.end(register.id, first.id);
  expect(await rings.open(register.id)).toBeUndefined();
  const back = { ...(await comingBack(keys)), register: register.id };
  expect(await rings.recover(back)).toMatchObject({ ok: false, error: { kind: 'unknown' } });
  own.forget();
});

describe('coming back', () => {
  test('with six words and the id of the register alone: ring, account, all circles', async () => {
    const { words, keys, salt } = valueIn(await makeSheet());
    const secrets = [{ epoch: 1, secret: makeCircleSecret() }];
    const hoard: Hoard = { idKey: randomBytes(32), secrets };
    const device = { device: keys, salt };
    const ring = valueIn(await sealRing(register.id, device, { members: hoard, team: hoard }));
    await register.ask('PUT', pathOf(), { ring: toBase64(ring), sign: keys.sign });

    const found = (await readRing()).body as { readonly ring: string };
    const sealed = fromBase64(found.ring) ?? new Uint8Array();
    const opened = valueIn(await openRing(register.id, sealed, words));
    expect(opened.ring.team).toEqual(hoard);
    const account = madeUpAccount();
    const heads = await register.ask('POST', `/api/registers/${register.id}/heads`);
    const answer = await recover(await comingBack(opened.sheet.signing, account));
    expect(answer).toMatchObject({
      status: 200,
      body: {
        register: register.id,
        generation: (heads.body as { readonly generation: string }).generation,
      },
    });
    const ask = asking(hub.origin, account);
    expect((await ask('GET', `/db/${register.id}-team/`)).status).toBe(200);
    expect((await ask('GET', `/db/${register.id}-members/`)).status).toBe(200);
    expect((await ask('GET', `/api/registers/${register.id}/accounts`)).status).toBe(200);
    const other: SheetKeys = valueIn(
      await keysFromWords([...words].reverse(), sealed.slice(0, 16)),
    );
    expect((await recover(await comingBack(other.signing))).status).toBe(403);
  });

  test('makes the ring that of the new account, so that ending the lost ones leaves it', async () => {
    const { keys } = await putSheet();
    const account = madeUpAccount();
    await recover(await comingBack(keys, account));
    const end = (ask: Ask, { id }: MadeUpAccount) =>
      ask('DELETE', `/api/registers/${register.id}/accounts/${id}`);
    await addAccount(register, ['members', 'team'], true);
    expect((await end(asking(hub.origin, account), register.founder)).status).toBe(200);
    expect((await readRing()).status).toBe(200);
    const thief = madeUpAccount();
    await recover(await comingBack(keys, thief));
    expect((await end(asking(hub.origin, account), thief)).status).toBe(200);
    expect((await readRing()).status).toBe(404);
  });

  test('asked once more gives the same, and changes nothing', async () => {
    const { keys } = await putSheet();
    const back = await comingBack(keys);
    const first = await recover(back);
    const files = filesOf('registers');
    expect(await recover(back)).toMatchObject({ status: 200, body: first.body });
    expect(filesOf('registers')).toEqual(files);
  });

  test('an old wish brings back neither an account that ended nor what it was allowed', async () => {
    const { keys, wish } = await putSheet();
    const account = madeUpAccount();
    const back = await comingBack(keys, account);
    await recover(back);
    await register.ask('PUT', pathOf(), wish);
    const path = `/api/registers/${register.id}/accounts/${account.id}`;
    const { tokenHash } = account;
    await register.ask('PUT', path, { tokenHash, circles: ['members'], mayInvite: false });
    expect(await recover(back)).toMatchObject({ status: 409, body: { error: 'taken' } });
    expect((await asking(hub.origin, account)('GET', `/db/${register.id}-team/`)).status).toBe(403);
    await register.ask('DELETE', path);
    expect(await recover(back)).toMatchObject({ status: 409, body: { error: 'used' } });
    await register.ask('DELETE', pathOf());
    await register.ask('PUT', pathOf(), wish);
    expect(await recover(back)).toMatchObject({ status: 409, body: { error: 'used' } });
    expect((await asking(hub.origin, account)('GET', '/db/')).status).toBe(401);
  });

  test('under another’s account, or with another token for its own, is refused', async () => {
    const { keys } = await putSheet();
    const member = await addAccount(register, ['members']);
    const stranger = (await hostRegister(hub.origin)).founder;
    const mine = madeUpAccount();
    await recover(await comingBack(keys, mine));
    for (const taken of [member, stranger, { ...mine, tokenHash: madeUpAccount().tokenHash }])
      expect(await recover(await comingBack(keys, taken))).toMatchObject({
        status: 409,
        body: { error: 'taken' },
      });
    expect((await asking(hub.origin, mine)('GET', '/db/')).status).toBe(200);
    expect((await asking(hub.origin, member)('GET', `/db/${register.id}-team/`)).status).toBe(403);
  });

  test('with a sheet that was replaced is over', async () => {
    const { keys } = await putSheet();
    await putSheet();
    expect(await recover(await comingBack(keys))).toMatchObject({
      status: 403,
      body: { error: 'not-allowed' },
    });
  });

  test('makes sixteen accounts with one sheet, and has room where no other account has', async () => {
    const { keys } = await putSheet();
    for (let n = 1; n < 200; n += 1) await addAccount(register, ['members']);
    await expect(addAccount(register, ['members'])).rejects.toThrow('409');
    for (let n = 0; n < 16; n += 1)
      expect((await recover(await comingBack(keys))).status).toBe(200);
    expect(await recover(await comingBack(keys))).toMatchObject({
      status: 409,
      body: { error: 'full' },
    });
    const next = await putSheet();
    expect((await recover(await comingBack(next.keys))).status).toBe(409);
  });

  test('signed for another account, token, register, moment or purpose is refused', async () => {
    const { keys } = await putSheet();
    const account = madeUpAccount();
    const wish = await comingBack(keys, account);
    const asHost = hostingBytes({ register: register.id, account: account.id, ...account, at });
    const forged = [
      { ...wish, account: madeUpAccount().id },
      { ...wish, tokenHash: madeUpAccount().tokenHash },
      { ...wish, at: '2026-11-26T10:00:00.001Z' },
      await comingBack(keys, account, '0'.repeat(32)),
      await comingBack((await madeUpSheet()).keys, account),
      { ...wish, signature: toBase64(await signWithDevice(keys.privateKey, asHost)) },
      { ...wish, signature: '' },
      { ...wish, signature: toBase64(new Uint8Array(64)) },
    ];
    for (const one of forged) expect((await recover(one)).status).toBe(403);
    expect((await recover(wish)).status).toBe(200);
  });

  test.each<[string, (wish: object) => unknown]>([
    ['nothing', () => null],
    ['one more key', (wish) => ({ ...wish, circles: ['team'] })],
    ['an account that is none', (wish) => ({ ...wish, account: '../x' })],
    ['a hash that is none', (wish) => ({ ...wish, tokenHash: 1 })],
    ['a moment that is none', (wish) => ({ ...wish, at: 'now' })],
    ['a signature in a list', (wish) => ({ ...wish, signature: [] })],
  ])('with %s is refused', async (_, change) => {
    const { keys } = await putSheet();
    expect((await recover(change(await comingBack(keys)))).status).toBe(400);
  });

  test('is asked about as seldom as tokens are guessed, by one address', async () => {
    const own = hubFolders();
    const other = await startHub(own, { limits: { wrongTokens: 3 } });
    const { id, ask } = await hostRegister(other.origin);
    const read = () => asking(other.origin)('GET', pathOf(id)).then(({ status }) => status);
    expect([await read(), await read(), await read(), await read()]).toEqual([404, 404, 404, 429]);
    const back = await asking(other.origin)('POST', `/api/registers/${id}/recover`, {});
    expect(back.status).toBe(429);
    expect((await ask('GET', '/db/')).status).toBe(200);
    await other.stop();
    own.forget();
  });
});

/** What lies in a folder of the hub's, by its text. */
const filesOf = (name: string): readonly string[] => {
  const folder = join(folders.dataFolder, name);
  return readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
};
