import { expect, test } from 'vitest';
import { lengthPrefixed, randomBytes, utf8 } from '#base/bytes.ts';
import { type BookKeys, openBookKeys, sealBookKeys } from '#seal/book-keys.ts';
import { sealByPassphrase } from '#seal/passphrase.ts';
import { madeUpSecret, valueIn } from './made-up-ring.ts';

const register = 'ab'.repeat(16);
const words = 'river chair apple lamp';
const keys: BookKeys = {
  memberId: '0f8fad5b-d9cb-469f-a165-70867728950e',
  name: 'Rivermouth',
  circles: [
    { circle: 'team', idKey: randomBytes(32), epochs: [{ epoch: 1, secret: madeUpSecret(7) }] },
    { circle: 'members', idKey: randomBytes(32), epochs: [{ epoch: 2, secret: madeUpSecret(9) }] },
  ],
};

const openText = async (text: string) => {
  const bound = lengthPrefixed(['patchbook/book-keys/1', register]);
  const opened = await openBookKeys(
    await sealByPassphrase(utf8(text), words, bound),
    register,
    words,
  );
  return opened.ok ? 'opened' : opened.error.kind;
};

test('the keys come back as they were', async () => {
  const sealed = await sealBookKeys(keys, register, words);
  expect(valueIn(await openBookKeys(sealed, register, words))).toEqual(keys);
});

test('keys of one register open no other', async () => {
  const sealed = await sealBookKeys(keys, register, words);
  expect(await openBookKeys(sealed, 'cd'.repeat(16), words)).toMatchObject({
    error: { kind: 'wrong-passphrase' },
  });
});

test('whoever knows the words may still have sealed nonsense', async () => {
  expect(await openText('no json')).toBe('broken');
  expect(await openText('{}')).toBe('broken');
  expect(await openText(JSON.stringify({ memberId: 'x', name: 'y', circles: [] }))).toBe('broken');
  const short = { circle: 'team', idKey: 'AAAA', epochs: [{ epoch: 1, secret: 'AAAA' }] };
  const { memberId, name } = keys;
  expect(await openText(JSON.stringify({ memberId, name, circles: [short] }))).toBe('broken');
});
