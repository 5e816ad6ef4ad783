import { expect, test } from 'vitest';
import { randomBytes, utf8 } from '#base/bytes.ts';
import { fail, ok } from '#base/result.ts';
import {
  makeDoors,
  makePhoneKey,
  openByPasskey,
  openDoors,
  phoneSafe,
  readDoors,
  withPasskey,
} from '#seal/phone-lock.ts';

const key = makePhoneKey();
const doors = await makeDoors('numbers', '280617', key);

test('the words open it, others do not, and what is kept of it does not hold the key', async () => {
  expect(await openDoors(doors, ' 280617')).toEqual(ok(key));
  expect(await openDoors(doors, '280618')).toEqual(fail('wrong-passphrase'));
  expect(readDoors(JSON.parse(JSON.stringify(doors)))).toEqual(ok(doors));
});

test('the phone’s own secret opens the same key, another secret does not', async () => {
  const secret = randomBytes(32);
  const passkey = { id: randomBytes(16), salt: randomBytes(32), secret };
  const both = await withPasskey(doors, key, passkey);
  expect(readDoors(both)).toEqual(ok(both));
  if (!both.passkey) throw new Error('no passkey');
  expect(await openByPasskey(both.passkey, secret)).toEqual(ok(key));
  expect(await openByPasskey(both.passkey, randomBytes(32))).toEqual(fail('broken'));
  expect(await openDoors(both, '280617')).toEqual(ok(key));
});

test.each([
  null,
  [],
  {},
  { ...doors, v: 2 },
  { ...doors, kind: 'face' },
  { ...doors, more: 1 },
  { ...doors, words: { ...doors.words, rounds: 1 } },
  { ...doors, passkey: { id: '', salt: '', sealed: '' } },
])('what is no lock is not read as one: %#', (stored) => {
  expect(readDoors(stored)).toEqual(fail('broken'));
});

test('what is sealed opens with its key and in its place only, and not when changed', async () => {
  const safe = await phoneSafe(key);
  const sealed = await safe.seal(utf8('Kestrel Rees'), 'a');
  expect(await safe.open(sealed, 'a')).toEqual(utf8('Kestrel Rees'));
  expect(await safe.open(sealed, 'b')).toBeUndefined();
  expect(await (await phoneSafe(makePhoneKey())).open(sealed, 'a')).toBeUndefined();
  for (const at of [0, 12, sealed.length - 1]) {
    const other = sealed.slice();
    other[at] = (other[at] ?? 0) ^ 1;
    expect(await safe.open(other, 'a')).toBeUndefined();
  }
  expect(await safe.open(new Uint8Array(3), 'a')).toBeUndefined();
  expect(await safe.seal(utf8('Kestrel Rees'), 'a')).not.toEqual(sealed);
});
