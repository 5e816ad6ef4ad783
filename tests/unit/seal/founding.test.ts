import { afterEach, describe, expect, test, vi } from 'vitest';
import { randomBytes, toBase64, utf8 } from '#base/bytes.ts';
import { ok } from '#base/result.ts';
import {
  deviceKeyFromBytes,
  deviceKeyToBytes,
  devicePublicKey,
  isSignedBy,
  signWithDevice,
} from '#seal/device-signature.ts';
import { type FoundingRecord, foundRegister, registerId, verifyFounding } from '#seal/founding.ts';
import { valueIn } from './made-up-ring.ts';

const now = new Date('2026-05-04T10:11:12.345Z');
const { id, record, device } = valueIn(await foundRegister(now));

// Made once and kept: registers founded with this version must be recognised for ever.
const kept: { id: string; record: FoundingRecord } = {
  id: '400ca0d0e6a80a51252674ef6e60617f',
  record: {
    founder: 'KiJYbblbLPNcyL31AupipQSspRca/xxZqH/VScsPYZg=',
    made: '2026-01-02T03:04:05.678Z',
    salt: 'ecQhVdLj9jH+1Vqbg0UaYQ==',
    signature:
      'CO4LgSGBODxgliPQ5LF8ZKiD+E4e3lhGnkta9nB7qV6bnvg0swNGEPI3JcqDRDn1LtcOksQtk0vBNZVWyj+SAA==',
    v: 1,
  },
};

const kindOf = async (candidate: unknown, of = id) => {
  const result = await verifyFounding(candidate, of);
  return result.ok ? 'sound' : result.error.kind;
};

afterEach(() => vi.restoreAllMocks());

describe('founding a register', () => {
  test('makes a record that proves the id, and a private key that can be shut away and comes back', async () => {
    expect(id).toMatch(/^[0-9a-f]{32}$/);
    expect(record).toMatchObject({ v: 1, made: '2026-05-04T10:11:12.345Z' });
    expect(await verifyFounding(record, id)).toEqual({ ok: true, value: record });
    const again = await deviceKeyFromBytes(await deviceKeyToBytes(device.privateKey));
    const said = utf8('the same hand');
    const signature = await signWithDevice(again, said);
    expect(signature).toEqual(await signWithDevice(structuredClone(device).privateKey, said));
    expect(await isSignedBy(await devicePublicKey(device), signature, said)).toEqual(ok(true));
  });

  test('makes another register each time, in the same moment too', async () => {
    expect(valueIn(await foundRegister(now)).id).not.toBe(id);
  });

  test('recognises a register founded with this version', async () => {
    expect(await verifyFounding(kept.record, kept.id)).toMatchObject({ ok: true });
  });
});

describe('a founding record', () => {
  test('of another register is not taken for this one', async () => {
    const other = valueIn(await foundRegister(now));
    expect(await kindOf(other.record)).toBe('other-register');
    expect(await kindOf(record, id.toUpperCase())).toBe('other-register');
  });

  test('changed and hashed again is not signed', async () => {
    const otherKey = valueIn(await foundRegister(now)).record.founder;
    const changes = [
      { made: '2026-05-04T10:11:12.346Z' },
      { salt: toBase64(randomBytes(16)) },
      { signature: toBase64(randomBytes(64)) },
      { founder: otherKey },
      { founder: toBase64(new Uint8Array(32).fill(255)) },
    ];
    for (const change of changes) {
      const forged = { ...record, ...change };
      expect(await kindOf(forged, await registerId(forged))).toBe('founding-broken');
    }
  });

  test.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', JSON.stringify(record)],
    ['one more key', { ...record, name: 'Hill' }],
    ['no signature', { ...record, signature: undefined }],
    ['another version', { ...record, v: 2 }],
    ['a day only', { ...record, made: '2026-05-04' }],
    ['another spelling of the moment', { ...record, made: '2026-05-04T11:11:12.345+01:00' }],
    ['no moment', { ...record, made: 'soon' }],
    ['a short key', { ...record, founder: toBase64(new Uint8Array(31)) }],
    ['a long salt', { ...record, salt: toBase64(new Uint8Array(17)) }],
    ['a key without padding', { ...record, founder: record.founder.replace('=', '') }],
  ])('with %s is refused', async (_, hostile) => {
    expect(await kindOf(hostile)).toBe('founding-broken');
  });
});

describe('a browser without Ed25519', () => {
  const unsupported = () => Promise.reject(new DOMException('no', 'NotSupportedError'));

  test('says so when founding and when checking', async () => {
    vi.spyOn(crypto.subtle, 'generateKey').mockImplementation(unsupported);
    vi.spyOn(crypto.subtle, 'importKey').mockImplementation(unsupported);
    expect(await foundRegister(now)).toEqual({ ok: false, error: { kind: 'browser-too-old' } });
    expect(await kindOf(record)).toBe('browser-too-old');
  });

  test('and one without WebCrypto, as on a page served insecurely', async () => {
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues });
    try {
      expect(await foundRegister(now)).toEqual({ ok: false, error: { kind: 'browser-too-old' } });
    } finally {
      vi.unstubAllGlobals();
    }
  });

  test('any other failure is a bug and shows as one', async () => {
    vi.spyOn(crypto.subtle, 'generateKey').mockImplementation(() => Promise.reject(new Error('x')));
    await expect(foundRegister(now)).rejects.toThrow('x');
  });
});
