import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Bytes, randomBytes, toHex, utf8 } from '#base/bytes.ts';
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
  type RunningHub,
  sendPhoto,
  startHub,
} from './support/running-hub.ts';

const folders = hubFolders();
const limits = { foundings: 100, registers: 100, wrongTokens: 1_000 };
const largest = 128 * 1024;
let hub: RunningHub;
let register: HostedRegister;
let member: MadeUpAccount;

beforeAll(async () => {
  hub = await startHub(folders, { limits });
});
beforeEach(async () => {
  register = await hostRegister(hub.origin);
  member = await addAccount(register, ['members']);
});
afterAll(async () => {
  await hub.stop();
  folders.forget();
});

const newId = (): string => toHex(randomBytes(16));
const pathOf = (id: string): string => `/api/registers/${register.id}/photos/${id}`;
const folderOf = (): string => join(folders.dataFolder, 'photos', register.id);

const put = (id: string, photo: Bytes | string, headers: Record<string, string> = {}) =>
  sendPhoto(hub.origin + pathOf(id), member, photo, headers);

async function read(id: string, { bearer }: MadeUpAccount = member) {
  const answer = await fetch(hub.origin + pathOf(id), { headers: { authorization: bearer } });
  return { status: answer.status, headers: answer.headers, bytes: await answer.bytes() };
}
const heads = async (id: string): Promise<Response> =>
  fetch(hub.origin + pathOf(id), { method: 'HEAD', headers: { authorization: member.bearer } });
const askHeld = (ids: unknown, ask: Ask = asking(hub.origin, member)) =>
  ask('POST', pathOf('held'), { ids });

describe('a photo', () => {
  test('that is not what was sent is refused, and may come again', async () => {
    const [id, photo, other] = [newId(), madeUpPhoto(5_000), madeUpPhoto(5_000)];
    const sha256 = createHash('sha256').update(photo).digest('base64');
    const told = { 'content-digest': `sha-256=:${sha256}:` };
    const refused = { status: 400, body: { error: 'wrong-digest' } };
    expect(await put(id, other, told)).toEqual(refused);
    expect(await put(id, photo, { 'content-digest': 'sha-256=:x:' })).toEqual(refused);
    expect((await read(id)).status).toBe(404);
    expect(await put(id, photo, told)).toEqual({ status: 200, body: { ok: true } });
  });

  test('goes in once and comes out as it was, for everybody of the register', async () => {
    const [id, photo] = [newId(), madeUpPhoto(90_000)];
    expect(await put(id, photo)).toEqual({ status: 200, body: { ok: true } });
    const { status, headers, bytes } = await read(id, register.founder);
    expect(status).toBe(200);
    expect(Buffer.compare(bytes, photo)).toBe(0);
    expect(headers.get('content-type')).toBe('application/octet-stream');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    const head = await heads(id);
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '90000']);
    expect((await heads(newId())).status).toBe(404);
  });

  test('is never changed: the same again is fine, another is refused', async () => {
    const [id, photo] = [newId(), madeUpPhoto(500)];
    await put(id, photo);
    expect((await put(id, photo)).status).toBe(200);
    expect(await put(id, madeUpPhoto(500))).toEqual({ status: 409, body: { error: 'taken' } });
    expect((await put(id, photo.slice(1))).status).toBe(409);
    expect(Buffer.compare((await read(id)).bytes, photo)).toBe(0);
  });

  test('sent twice at once by two phones with different bytes is one of the two', async () => {
    const id = newId();
    const both = [madeUpPhoto(100_000), madeUpPhoto(100_000)];
    const answers = await Promise.all(both.map((photo) => put(id, photo)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const winner = both[answers.findIndex(({ status }) => status === 200)] ?? new Uint8Array();
    expect(Buffer.compare((await read(id)).bytes, winner)).toBe(0);
  });

  test('has 128 KiB at most, told beforehand or unpacked', async () => {
    expect((await put(newId(), madeUpPhoto(largest))).status).toBe(200);
    expect((await put(newId(), madeUpPhoto(largest + 1))).status).toBe(413);
    const bomb = new Uint8Array(gzipSync(new Uint8Array(50_000_000)));
    expect((await put(newId(), bomb, { 'content-encoding': 'gzip' })).status).toBe(413);
    const id = newId();
    const packed = new Uint8Array(gzipSync(utf8('sealed')));
    expect((await put(id, packed, { 'content-encoding': 'gzip' })).status).toBe(200);
    expect(Buffer.from((await read(id)).bytes).toString()).toBe('sealed');
  });

  test.each([
    ['nothing', '', 'application/octet-stream', 400],
    ['JSON', '{"a":1}', 'application/json', 415],
    ['text', 'x', 'text/plain', 415],
    ['a picture in clear', 'x', 'image/webp', 415],
  ])('that is %s is refused', async (_, body, type, status) => {
    const id = newId();
    expect((await put(id, body, { 'content-type': type })).status).toBe(status);
    expect((await read(id)).status).toBe(404);
  });

  test.each(['x', '..%2f..%2fregisters', `${'0'.repeat(32)}.new`, 'A'.repeat(32), '0'.repeat(33)])(
    'under %s is refused, and nothing is written',
    async (id) => {
      expect((await put(id, madeUpPhoto(10))).status).toBe(400);
      expect((await read(id)).status).toBe(404);
      expect(existsSync(folderOf())).toBe(false);
    },
  );

  test('bytes are taken nowhere else', async () => {
    const answer = await fetch(`${hub.origin}/db/${register.id}-members/_bulk_docs`, {
      method: 'POST',
      headers: { authorization: member.bearer, 'content-type': 'application/octet-stream' },
      body: madeUpPhoto(10),
    });
    expect(answer.status).toBe(415);
  });
});

describe('who may', () => {
  test('strangers, other registers and accounts without a circle neither put nor read', async () => {
    const [id, photo] = [newId(), madeUpPhoto(100)];
    await put(id, photo);
    const other = (await hostRegister(hub.origin)).founder;
    const left = await addAccount(register, []);
    for (const [who, status] of [
      [other, 403],
      [left, 403],
      [madeUpAccount(), 401],
    ] as const) {
      expect((await read(id, who)).status).toBe(status);
      expect((await sendPhoto(hub.origin + pathOf(newId()), who, photo)).status).toBe(status);
      const ask = asking(hub.origin, who);
      expect((await askHeld([id], ask)).status).toBe(status);
      expect((await ask('DELETE', pathOf(id))).status).toBe(status);
    }
    expect((await read(id)).status).toBe(200);
  });

  test('those alone take one away who may invite', async () => {
    const id = newId();
    await put(id, madeUpPhoto(100));
    expect((await asking(hub.origin, member)('DELETE', pathOf(id))).status).toBe(403);
    expect((await read(id)).status).toBe(200);
    expect((await register.ask('DELETE', pathOf('x'))).status).toBe(400);
    expect((await register.ask('DELETE', pathOf(id))).status).toBe(200);
    expect((await read(id)).status).toBe(404);
  });
});

describe('an erased photo', () => {
  test('is off the disk, told as erased, and no phone puts it back', async () => {
    const id = newId();
    const photo = utf8('a sealed picture nobody may find');
    await put(id, photo);
    expect((await register.ask('DELETE', pathOf(id))).status).toBe(200);
    const files = readdirSync(folderOf());
    const texts = files.map((file) => readFileSync(join(folderOf(), file), 'utf8'));
    expect([files, texts]).toEqual([[`${id}.removed`], ['']]);
    const { status, bytes } = await read(id);
    expect([status, Buffer.from(bytes).toString()]).toEqual([404, '{"error":"removed"}']);
    expect(await put(id, photo)).toEqual({ status: 409, body: { error: 'removed' } });
    expect((await register.ask('DELETE', pathOf(id))).status).toBe(200);
  });

  test('that never came stays away, too', async () => {
    const id = newId();
    expect((await register.ask('DELETE', pathOf(id))).status).toBe(200);
    expect((await put(id, madeUpPhoto(100))).status).toBe(409);
  });

  test('goes at the next start where a crash left it beside its mark', async () => {
    const [id, other, photo] = [newId(), newId(), madeUpPhoto(100)];
    await put(id, photo);
    await hub.stop();
    writeFileSync(join(folderOf(), `${id}.removed`), '');
    writeFileSync(join(folderOf(), `${other}.new`), 'half of a phot');
    hub = await startHub(folders, { limits });
    expect((await read(id)).status).toBe(404);
    expect((await put(other, photo)).status).toBe(200);
    expect(readdirSync(folderOf()).sort()).toEqual([`${id}.removed`, other].sort());
  });
});

describe('what is there', () => {
  test('is told for 500 photos in one request, and outlives a stop of the hub', async () => {
    const [here, gone, never] = [newId(), newId(), newId()];
    await put(here, madeUpPhoto(100));
    await put(gone, madeUpPhoto(100));
    await register.ask('DELETE', pathOf(gone));
    await hub.stop();
    hub = await startHub(folders, { limits });
    const told = { status: 200, body: { held: [here], removed: [gone] } };
    expect(await askHeld([never, gone, here])).toMatchObject(told);
    const many = Array.from({ length: 497 }, newId);
    expect(await askHeld([...many, never, gone, here])).toMatchObject(told);
    expect((await askHeld([...many, never, gone, here, newId()])).status).toBe(400);
  });

  test.each([[null], ['x'], [['../x']], [[1]], [{ length: 1 }]])(
    'of %j is refused',
    async (ids) => {
      expect((await askHeld(ids)).status).toBe(400);
    },
  );
});

describe('room', () => {
  const withLimits = async (
    wishes: object,
    work: (photos: {
      put: (id: string, size?: number) => Promise<number>;
      ask: Ask;
      path: string;
    }) => Promise<void>,
  ) => {
    const own = hubFolders();
    const other = await startHub(own, { limits: wishes });
    const { id, ask, founder } = await hostRegister(other.origin);
    const path = `/api/registers/${id}/photos/`;
    const putOne = async (photo: string, size = 10) =>
      (await sendPhoto(other.origin + path + photo, founder, madeUpPhoto(size))).status;
    await work({ put: putOne, ask, path });
    await other.stop();
    own.forget();
  };

  test('for so many photos and marks of a register; one that is there can still be erased', () =>
    withLimits({ photos: 3 }, async ({ put: putOne, ask, path }) => {
      const ids = [newId(), newId(), newId()];
      expect(await putOne(ids[0] ?? '')).toBe(200);
      expect(await putOne(ids[1] ?? '')).toBe(200);
      expect((await ask('DELETE', path + newId())).status).toBe(200);
      expect(await putOne(ids[2] ?? '')).toBe(507);
      const late = newId();
      expect((await ask('DELETE', path + late)).status).toBe(200);
      expect((await ask('POST', `${path}held`, { ids: [late] })).body).toEqual({
        held: [],
        removed: [],
      });
      expect((await ask('DELETE', path + ids[0])).status).toBe(200);
      expect((await ask('POST', `${path}held`, { ids: ids.slice(0, 2) })).body).toEqual({
        held: [ids[1]],
        removed: [ids[0]],
      });
    }));

  test('for so many bytes; erasing makes room', () =>
    withLimits({ photosSize: 1_000 }, async ({ put: putOne, ask, path }) => {
      const id = newId();
      expect(await putOne(id, 600)).toBe(200);
      expect(await putOne(newId(), 401)).toBe(507);
      expect(await putOne(newId(), 400)).toBe(200);
      await ask('DELETE', path + id);
      expect(await putOne(newId(), 600)).toBe(200);
      expect(await putOne(newId(), 1)).toBe(507);
    }));
});
