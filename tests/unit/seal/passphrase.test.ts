import * as v from 'valibot';
import { expect, test } from 'vitest';
import { utf8, utf8Text } from '#base/bytes.ts';
import {
  openByPassphrase,
  passphraseLength,
  passphraseSealedSchema,
  sealByPassphrase,
} from '#seal/passphrase.ts';
import { valueIn } from './made-up-ring.ts';

const about = utf8('book of a register');
const words = 'river chair apple lamp';
const sealed = await sealByPassphrase(utf8('the keys'), words, about);
const opensWith = async (passphrase: string, bound = about) => {
  const opened = await openByPassphrase(sealed, passphrase, bound);
  return opened.ok ? utf8Text(opened.value) : opened.error.kind;
};

test('what a passphrase sealed, the same words open', async () => {
  expect(v.is(passphraseSealedSchema, sealed)).toBe(true);
  expect(await opensWith(words)).toBe('the keys');
});

test('spaces and letters that only look alike make no other words', async () => {
  expect(await opensWith('  river  chair\tapple lamp ')).toBe('the keys');
  const accent = valueIn({
    ok: true,
    value: await sealByPassphrase(utf8('x'), 'caf\u00e9 bach', about),
  });
  expect(await openByPassphrase(accent, 'cafe\u0301 bach', about)).toMatchObject({ ok: true });
});

test.each(['', 'river chair apple', 'River chair apple lamp', `${words}s`])(
  '“%s” opens nothing',
  async (other) => {
    expect(await opensWith(other)).toBe('wrong-passphrase');
  },
);

test('it opens nowhere else, and not once a byte was changed', async () => {
  expect(await opensWith(words, utf8('another book'))).toBe('wrong-passphrase');
  const changed = { ...sealed, sealed: `A${sealed.sealed.slice(1)}` };
  expect(await openByPassphrase(changed, words, about)).toMatchObject({ ok: false });
});

test('two seals of the same words differ, and both open', async () => {
  const again = await sealByPassphrase(utf8('the keys'), words, about);
  expect(again.sealed).not.toBe(sealed.sealed);
  expect(again.salt).not.toBe(sealed.salt);
});

test.each([
  ['too few rounds', { rounds: 1_000 }],
  ['rounds to keep a phone busy with', { rounds: 1_000_000_000 }],
  ['no salt', { salt: '' }],
  ['a foreign key', { hint: 'river' }],
])('%s is not taken for something sealed', (_, change) => {
  expect(v.is(passphraseSealedSchema, { ...sealed, ...change })).toBe(false);
});

test('letters are counted as people count them', () => {
  expect(passphraseLength('  a  b ')).toBe(3);
  expect(passphraseLength('🍎🍎')).toBe(2);
});
