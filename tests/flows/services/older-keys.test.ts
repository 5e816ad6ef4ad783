import Dexie from 'dexie';
import { expect, test } from 'vitest';
import { openDeviceDb } from '#device/device-db.ts';
import { keyring } from '#services/keyring.ts';
import { aPlace, newBook, reopenBook } from '../../support/test-book.ts';

test('keys kept by the first version, one epoch a circle, open what they sealed', async () => {
  const made = await newBook('Kept Lane');
  const added = await made.book.add('place', aPlace('The old bench'));
  if (!added.ok) throw new Error(added.error.kind);
  await made.close();
  const name = `pb-device-first-${crypto.randomUUID()}`;
  const first = new Dexie(name);
  first.version(1).stores({
    records: 'key, [register+seq]',
    drafts: 'key, at',
    preferences: 'key',
    keys: 'register, openedAt',
    packs: 'id, addedAt',
    photos: 'id, register, waiting',
    diary: '++n, at',
  });
  const circles = made.keys.circles.map(({ circle, idKey, epochs: [only] }) => ({
    ...{ circle, idKey, epoch: only?.epoch, secret: only?.secret },
  }));
  await first.table('keys').put({ ...made.keys, circles });
  first.close();
  const device = openDeviceDb(name);
  const keys = await keyring(device, undefined).get(made.keys.register);
  if (!keys) throw new Error('the keys are gone');
  expect(keys.circles.map(({ epochs }) => epochs.map(({ epoch }) => epoch))).toEqual([[1], [1]]);
  const again = await reopenBook(device, keys);
  const read = await again.book.read({ type: 'place', id: added.value.id });
  expect(read.ok && 'name' in read.value.record && read.value.record.name).toBe('The old bench');
  await again.close();
});

test('a phone that is in the members circle alone keeps the team’s part of a thing to itself', async () => {
  const made = await newBook('Members Lane');
  await made.close();
  const circles = made.keys.circles.filter(({ circle }) => circle === 'members');
  const alone = await reopenBook(made.device, { ...made.keys, circles });
  const added = await alone.book.add('place', {
    ...aPlace('The long garden'),
    share: 'members',
    note: 'The gate sticks.',
  });
  if (!added.ok) throw new Error(JSON.stringify(added.error));
  const ref = { type: 'place' as const, id: added.value.id };
  const read = await alone.book.read(ref);
  expect(read.ok && read.value.record).toMatchObject({ note: 'The gate sticks.' });
  const own = await made.device.records.toArray();
  expect(own.map(({ id }) => id)).toEqual([added.value.id]);
  const taken = await alone.book.remove(ref);
  expect(taken.ok).toBe(true);
  await alone.book.rebuild(() => {});
  expect(await alone.catalogue.things.get(added.value.id)).toBeUndefined();
  await alone.close();
});
