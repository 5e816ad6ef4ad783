import { afterEach, expect, test } from 'vitest';
import { toHex } from '#base/bytes.ts';
import { isShut } from '#device/safe.ts';
import { secretFromStored } from '#seal/circle-keys.ts';
import { type IdKey, idKeyToBytes } from '#seal/id-key.ts';
import { makePhoneKey, phoneSafe } from '#seal/phone-lock.ts';
import { keyring } from '#services/keyring.ts';
import { rekeepAll } from '#services/lock/rekeep.ts';
import { makeBoxKeys } from '#trust/box.ts';
import { aPlace, newBook, reopenBook, type TestBook } from '../../support/test-book.ts';

let made: TestBook;
afterEach(async () => {
  await made.close();
  await made.device.delete();
});

const idKeys = (keys: TestBook['keys']) =>
  Promise.all(keys.circles.map(async ({ idKey }) => toHex(await idKeyToBytes(idKey as IdKey))));
const secrets = (keys: TestBook['keys']) =>
  Promise.all(
    keys.circles.flatMap(({ epochs }) =>
      epochs.map(async ({ secret }) => toHex(await secretFromStored(secret))),
    ),
  );

test('keys shut away come back the same, are changed behind the lock, and come out again', async () => {
  made = await newBook('Shut Lane');
  const { device, keys } = made;
  const safe = await phoneSafe(makePhoneKey());
  await rekeepAll(device, { from: undefined, to: safe });
  const raw = await device.keys.get(keys.register);
  expect(isShut(raw) && !('signingKey' in raw) && !('circles' in raw)).toBe(true);
  const ring = keyring(device, safe);
  const opened = await ring.get(keys.register);
  if (!opened) throw new Error('the keys are gone');
  expect(await idKeys(opened)).toEqual(await idKeys(keys));
  expect(await secrets(opened)).toEqual(await secrets(keys));
  await expect(keyring(device, undefined).get(keys.register)).rejects.toThrow();
  await expect(
    keyring(device, await phoneSafe(makePhoneKey())).get(keys.register),
  ).rejects.toThrow();

  const box = await makeBoxKeys();
  if (!box.ok) throw new Error(box.error.kind);
  const own = { hub: 'https://hub.example', account: 'a', token: 'secret token', member: 'm' };
  await ring.change(keys.register, { sharedAs: { ...own, device: 'd', box: box.value } });
  expect(JSON.stringify(await device.keys.get(keys.register))).not.toContain('secret token');
  await rekeepAll(device, { from: safe, to: undefined });
  const out = await keyring(device, undefined).get(keys.register);
  expect(out?.sharedAs).toMatchObject({ ...own, device: 'd' });
  expect(isShut(await device.keys.get(keys.register))).toBe(false);
});

test('a thousand marked words on a phone: none is to be read behind the lock, all are there when it opens', async () => {
  made = await newBook('Canary Row');
  const { device, keys } = made;
  const marked = (at: number) => `canary-${at}-${keys.register.slice(0, 6)}`;
  const shares = ['device', 'team', 'members'] as const;
  for (let at = 0; at < 100; at += 1) {
    const words = Array.from({ length: 10 }, (_, more) => marked(at * 10 + more));
    const [name = '', ...note] = words;
    const share = shares[at % 3] ?? 'device';
    const added = await made.book.add('place', { ...aPlace(name), note: note.join(' '), share });
    if (!added.ok) throw new Error(added.error.kind);
  }
  await device.drafts.put({ key: 'add', value: { name: marked(1000) }, at: 1 });
  await made.close();
  const safe = await phoneSafe(makePhoneKey());
  await rekeepAll(device, { from: undefined, to: safe });
  await made.catalogue.delete();
  const stored: string[] = [];
  for (const { name } of await indexedDB.databases()) {
    if (!name?.includes(keys.register) && name !== device.name) continue;
    stored.push(await everyRow(name ?? ''));
  }
  expect(stored.join('')).not.toContain('canary-');
  expect(stored.length).toBeGreaterThan(2);
  made = await reopenBook(device, keys, safe);
  await made.catchUp();
  expect(await made.catalogue.things.count()).toBe(100);
});

async function everyRow(name: string): Promise<string> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(name);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  const rows = (store: string) =>
    new Promise<string>((resolve, reject) => {
      const asked = db.transaction(store).objectStore(store).getAll();
      asked.onsuccess = () => resolve(asked.result.map(asText).join('\n'));
      asked.onerror = () => reject(asked.error);
    });
  const texts = await Promise.all([...db.objectStoreNames].map(rows));
  db.close();
  return texts.join('\n');
}

/** Bytes as the letters they may spell. */
const asText = (row: unknown): string =>
  JSON.stringify(row, (_, value) =>
    value instanceof Uint8Array ? new TextDecoder('latin1').decode(value) : value,
  );
