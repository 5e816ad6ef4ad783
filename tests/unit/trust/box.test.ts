import { afterEach, describe, expect, test, vi } from 'vitest';
import { fromHex, toBase64, toHex, utf8 } from '#base/bytes.ts';
import {
  boxKeysFrom,
  boxKeyToBytes,
  boxPublicKey,
  keyFrom,
  makeBoxKeys,
  openWith,
  sealTo,
} from '#trust/box.ts';
import { valueIn } from './neighbours.ts';

const own = valueIn(await makeBoxKeys());
const address = await boxPublicKey(own);
const purpose = { name: 'test', context: ['a', 'b'], also: utf8('invite') };
const secret = utf8('thirty-two bytes of what is kept');
const sealed = valueIn(await sealTo(address, secret, purpose));

const opened = async (...[keys, bytes, why]: Parameters<typeof openWith>) => {
  const result = await openWith(keys, bytes, why);
  return result.ok ? toHex(result.value) : result.error.kind;
};

afterEach(() => vi.restoreAllMocks());

describe('sealing to a box key', () => {
  test('is opened by its owner only, and for the same purpose only', async () => {
    expect(await opened(own, sealed, purpose)).toBe(toHex(secret));
    expect(sealed).toHaveLength(secret.length + 48);
    const other = valueIn(await makeBoxKeys());
    expect(await opened(other, sealed, purpose)).toBe('broken');
    for (const wrong of [
      { ...purpose, name: 'tesu' },
      { ...purpose, context: ['ab'] },
      { ...purpose, context: ['a'] },
      { ...purpose, also: utf8('invitf') },
      { name: 'test', context: ['a', 'b'] },
    ]) {
      expect(await opened(own, sealed, wrong)).toBe('broken');
    }
  });

  test('with any bit flipped, cut or empty it is broken', async () => {
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const flipped = sealed.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(await opened(own, flipped, purpose)).toBe('broken');
    }
    for (const length of [0, 31, 47, sealed.length - 1]) {
      expect(await opened(own, sealed.slice(0, length), purpose)).toBe('broken');
    }
  });

  test('the same twice looks different', async () => {
    expect(valueIn(await sealTo(address, secret, purpose))).not.toEqual(sealed);
  });

  test.each(['', 'AAAA', toBase64(new Uint8Array(32))])(
    'to the key %j is refused',
    async (weak) => {
      expect(await sealTo(weak, secret, purpose)).toMatchObject({ error: { kind: 'broken' } });
    },
  );

  test('the private key can be shut away and opens the same when it comes back', async () => {
    const again = await boxKeysFrom(await boxKeyToBytes(structuredClone(own)), address);
    expect(await boxPublicKey(again)).toBe(address);
    expect(await opened(again, sealed, purpose)).toBe(toHex(secret));
  });
});

test('the key from a secret is the pinned one: a changed derivation would open nothing old', async () => {
  const key = await keyFrom(utf8('secret'), { name: 'past', context: ['c'], also: utf8('salt') });
  const iv = new Uint8Array(12);
  const made = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new Uint8Array(4));
  expect(toHex(new Uint8Array(made))).toBe('ace037fe78ced0d850383d0403f9db0ea9b31814');
});

test('sealed with this version, it opens with any later one', async () => {
  const box = await crypto.subtle.importKey('jwk', keptKey, 'X25519', false, ['deriveBits']);
  const { d: _, ...open } = keptKey;
  const publicKey = await crypto.subtle.importKey('jwk', open, 'X25519', true, []);
  const keys = { privateKey: box, publicKey };
  const bytes = fromHex(keptSealed) ?? new Uint8Array();
  expect(await opened(keys, bytes, { name: 'kept', context: ['x'] })).toBe(toHex(utf8('kept')));
});

/** Made up for this test. */
const keptKey = {
  crv: 'X25519',
  d: 'BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc',
  x: 'E75P6uryBMf9M1j8nAByGIHRdCeBKCJ-xnTzf3_pe20',
  kty: 'OKP',
};
const keptSealed =
  'bcd78fc9e5e9f944650bf25b63662f755c904635ca5f3988274349b8e3fd2f2ee91a59aa1af663ca4fb38f7d6f27ba7ddafdaa2d';

test('a browser without X25519 says so', async () => {
  const unsupported = () => Promise.reject(new DOMException('no', 'NotSupportedError'));
  vi.spyOn(crypto.subtle, 'generateKey').mockImplementation(unsupported);
  vi.spyOn(crypto.subtle, 'importKey').mockImplementation(unsupported);
  const tooOld = { ok: false, error: { kind: 'browser-too-old' } };
  expect(await makeBoxKeys()).toEqual(tooOld);
  expect(await sealTo(address, secret, purpose)).toEqual(tooOld);
  expect(await openWith(own, sealed, purpose)).toEqual(tooOld);
});
