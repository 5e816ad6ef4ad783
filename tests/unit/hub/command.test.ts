import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { toBase64 } from '#base/bytes.ts';
import { runCommand } from '../../../hub/command.ts';
import { envelope, madeUpId, noise } from '../../support/arriving-documents.ts';
import { contentOf, hubDb, phone, replicate } from './support/phone.ts';
import {
  addAccount,
  asking,
  type HostedRegister,
  hostingWish,
  hostRegister,
  hubFolders,
  type MadeUpAccount,
  madeUpPhoto,
  sendPhoto,
  startHub,
} from './support/running-hub.ts';

let folders = hubFolders();
let register: HostedRegister;
let member: MadeUpAccount;
let leaver: MadeUpAccount;
let before: readonly string[];
let generation: unknown;
const mine = phone();
const sealedRing = { ring: 'AAAA', sign: toBase64(new Uint8Array(32).fill(7)) };
const [photoId, erasedId] = ['1'.repeat(32), '2'.repeat(32)];
const sealedPhoto = madeUpPhoto(100_000);
const photoPath = (id: string): string => `/api/registers/${register.id}/photos/${id}`;
const farewell = toBase64(madeUpPhoto(50_000));
const farewellPath = (): string => `/api/registers/${register.id}/farewell`;
const ringPath = (): string => `/api/registers/${register.id}/ring`;

const run = async (...args: string[]) => {
  const said: string[] = [];
  const code = await runCommand(args, folders.dataFolder, (line) => said.push(line));
  return { code, said: said.join('\n') };
};
const backupFile = (): string => join(dirname(folders.dist), 'register.backup');

/** A hub of which each test gets a copy. */
const original = folders;
const made = [original];
/** An empty hub in place of the one there was. */
function otherFolders(): void {
  folders = hubFolders();
  made.push(folders);
}

/** It has a register with documents, a conflict and a tombstone, and is stopped again. */
beforeAll(async () => {
  const hub = await startHub(folders);
  register = await hostRegister(hub.origin);
  member = await addAccount(register, ['members']);
  const [own, other] = [phone(), phone()];
  await own.bulkDocs(
    Array.from({ length: 450 }, (_, at) => ({ _id: madeUpId(at), ...envelope(noise(300)) })),
  );
  const remote = hubDb(hub.origin, `${register.id}-members`, register.founder);
  await replicate(own, remote);
  await replicate(remote, other);
  const { _id, _rev } = await own.get(madeUpId(7));
  await own.put({ _id, _rev, ...envelope('Bine') });
  await other.put({ _id, _rev, ...envelope('Dein') });
  const gone = await own.get(madeUpId(8));
  await own.remove(gone._id, gone._rev);
  for (const from of [own, other]) await replicate(from, remote);
  await replicate(remote, own);
  before = await contentOf(own);
  generation = (await register.ask('POST', `/api/registers/${register.id}/heads`)).body;
  await register.ask('PUT', ringPath(), sealedRing);
  for (const photo of [photoId, erasedId])
    await sendPhoto(hub.origin + photoPath(photo), register.founder, sealedPhoto);
  await register.ask('DELETE', photoPath(erasedId));
  leaver = await addAccount(register, ['members']);
  await register.ask('DELETE', `/api/registers/${register.id}/accounts/${leaver.id}`, { farewell });
  await hub.stop();
});

beforeEach(() => {
  otherFolders();
  cpSync(original.dataFolder, folders.dataFolder, { recursive: true });
});

afterAll(() => {
  for (const { forget } of made) forget();
});

describe('the command line', () => {
  test('lists registers by their sizes and holds nothing of what is in them', async () => {
    const { code, said } = await run('registers');
    expect(code).toBe(0);
    expect(said).toMatch(
      new RegExp(
        `^${register.id}  team \\d\\.\\d MB  members 0\\.[3-9] MB  photos 0\\.1 MB  2 accounts  last seen \\S{10}\n1 register$`,
      ),
    );
  });

  test('a backup put into an empty hub reaches a phone byte for byte, and is known as a copy', async () => {
    expect(await run('backup', register.id, backupFile())).toMatchObject({ code: 0 });
    expect(statSync(backupFile()).mode & 0o077).toBe(0);
    const file = backupFile();
    otherFolders();
    expect(await run('restore', file)).toMatchObject({
      code: 0,
    });
    const hub = await startHub(folders);
    const copy = hubDb(hub.origin, `${register.id}-members`, member);
    const fresh = phone();
    await replicate(copy, fresh);
    expect(await contentOf(fresh)).toEqual(before);
    const path = `/api/registers/${register.id}/heads`;
    const { body } = await asking(hub.origin, register.founder)('POST', path);
    const was = generation as Heads;
    const is = body as Heads;
    expect(is.circles.members.root).toBe(was.circles.members.root);
    expect(is.generation).not.toBe(was.generation);
    expect((await asking(hub.origin)('GET', ringPath())).body).toEqual({
      ring: sealedRing.ring,
      founding: register.founded.record,
    });
    const photo = await fetch(hub.origin + photoPath(photoId), {
      headers: { authorization: member.bearer },
    });
    expect(Buffer.compare(await photo.bytes(), sealedPhoto)).toBe(0);
    expect((await asking(hub.origin, leaver)('GET', farewellPath())).body).toEqual({ farewell });
    const asked = { ids: [photoId, erasedId] };
    expect((await asking(hub.origin, member)('POST', photoPath('held'), asked)).body).toEqual({
      held: [photoId],
      removed: [erasedId],
    });
    await hub.stop();
  });

  test('a backup of nothing, or over something, is refused', async () => {
    expect(await run('backup', '0'.repeat(32), backupFile())).toMatchObject({ code: 1 });
    expect(existsSync(backupFile())).toBe(false);
    await expect(run('backup', register.id, join(folders.dist, 'nowhere/x'))).rejects.toThrow();
  });

  test('a register that is there is not written over', async () => {
    await run('backup', register.id, backupFile());
    const { code, said } = await run('restore', backupFile());
    expect(code).toBe(1);
    expect(said).toContain('already');
  });

  test.each<[string, (text: string) => string]>([
    ['cut off', (text) => text.slice(0, text.length / 2)],
    ['cut off between two lines', (text) => text.split('\n').slice(0, 100).join('\n')],
    ['with a line taken out', (text) => text.split('\n').toSpliced(9, 1).join('\n')],
    ['with something in clear', (text) => text.replace('"e":3', '"e":3,"name":"Ann"')],
    ['with a photo that is none', (text) => text.replace(/"sealed":"[^"]{4}/, '"sealed":"****')],
    [
      'with a farewell that is none',
      (text) => text.replace(/"farewell":"[^"]{4}/, '"farewell":"*'),
    ],
    ['of something else', () => '{"type":"FeatureCollection"}'],
    ['of nothing', () => ''],
  ])('a file %s is refused whole', async (_, change) => {
    await run('backup', register.id, backupFile());
    const broken = `${backupFile()}.broken`;
    writeFileSync(broken, change(readFileSync(backupFile(), 'utf8')));
    otherFolders();
    await expect(run('restore', broken)).rejects.toThrow(broken);
    expect(await run('registers')).toMatchObject({ said: '0 registers' });
  });

  test('a closed register is gone for good, from the disk too', async () => {
    await run('backup', register.id, backupFile());
    const closed = await run('close', register.id);
    expect(closed).toMatchObject({ code: 0, said: expect.stringContaining('is closed') });
    const again = await run('close', register.id);
    expect(again).toMatchObject({ code: 0, said: expect.stringContaining('had no') });
    for (const emptied of ['circles', 'rings', 'farewells', 'photos'])
      expect(readdirSync(join(folders.dataFolder, emptied))).toEqual([]);
    expect(await run('registers')).toMatchObject({ said: '0 registers' });
    expect(await run('restore', backupFile())).toMatchObject({ code: 1 });
    const hub = await startHub(folders);
    const wish = await hostingWish(register.founded, register.founder);
    const hosting = await asking(hub.origin)('POST', '/api/registers', wish);
    expect(hosting).toMatchObject({ status: 410, body: { error: 'closed' } });
    expect((await asking(hub.origin)('GET', ringPath())).status).toBe(410);
    expect((await asking(hub.origin, leaver)('GET', farewellPath())).status).toBe(410);
    const remote = hubDb(hub.origin, `${register.id}-members`, register.founder);
    await expect(replicate(mine, remote)).rejects.toMatchObject({ status: 410 });
    await hub.stop();
  });

  test('what a closing that was broken off left goes at the next start', async () => {
    const circles = join(folders.dataFolder, 'circles');
    const left = readdirSync(circles);
    await run('close', register.id);
    for (const name of left) mkdirSync(join(circles, name));
    copyFileSync(join(folders.dist, 'index.html'), join(circles, left[0] ?? '', 'left.ldb'));
    const hub = await startHub(folders);
    expect(readdirSync(circles)).toEqual([]);
    await hub.stop();
  });

  test('a hub that runs does it itself, and goes on', async () => {
    const hub = await startHub(folders);
    expect(await run('registers')).toMatchObject({ code: 0 });
    const kept = await run('backup', register.id, backupFile());
    expect(kept).toMatchObject({
      code: 0,
      said: expect.stringContaining('451 revisions and 1 photos'),
    });
    expect(await run('restore', backupFile())).toMatchObject({ code: 1 });
    expect(await run('backup', register.id, join(folders.dist, 'nowhere/x'))).toMatchObject({
      code: 1,
      said: expect.stringContaining('ENOENT'),
    });
    const heads = `/api/registers/${register.id}/heads`;
    expect((await asking(hub.origin, member)('POST', heads)).status).toBe(200);
    expect(await run('close', register.id)).toMatchObject({ code: 0 });
    expect((await asking(hub.origin, member)('POST', heads)).status).toBe(410);
    expect(readdirSync(join(folders.dataFolder, 'circles'))).toEqual([]);
    await hub.stop();
    expect(await run('registers')).toMatchObject({ said: '0 registers' });
  });

  test('its door is for the hub’s own user, and takes no nonsense', async () => {
    const hub = await startHub(folders);
    const door = join(folders.dataFolder, 'control');
    expect(statSync(door).mode & 0o077).toBe(0);
    for (const line of ['nonsense', '{"name":"close","register":"../x"}', '[]']) {
      const socket = connect(door);
      socket.write(`${line}\n`);
      expect(JSON.parse(await text(socket))).toEqual({ code: 2 });
    }
    expect(await run('registers')).toMatchObject({ said: expect.stringContaining('1 register') });
    await hub.stop();
  });

  test.each([[], ['help'], ['backup'], ['backup', 'x', 'y'], ['close', 'x'], ['registers', 'x']])(
    '%s %s tells what there is',
    async (...args) => {
      const { code, said } = await run(...args.filter((arg) => arg !== undefined));
      expect(code).toBe(2);
      expect(said).toContain('npm run hub -- backup');
    },
  );
});

interface Heads {
  readonly generation: string;
  readonly circles: { readonly members: { readonly root: string } };
}
