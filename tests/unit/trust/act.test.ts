import { describe, expect, test } from 'vitest';
import {
  type Bytes,
  concatBytes,
  fromBase64,
  fromHex,
  lengthPrefixed,
  toBase64,
} from '#base/bytes.ts';
import type { Json, JsonObject } from '#base/json.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import { signAct, verifyAct } from '#trust/act.ts';
import { replay } from '#trust/log.ts';
import { keyPairFrom } from '#trust/seed-keys.ts';
import { admit, makePatch, makePhone, now, person, valueIn } from './neighbours.ts';

const patch = await makePatch();
const { register } = patch.root;
const joiner = await makePhone();
const place = { register, prev: [patch.root.name], now };
const signed = await signAct(admit(joiner, 'resident'), patch.founder.signing, place);

const verdict = async (input: Json) => {
  const result = await verifyAct(input, register);
  return result.ok ? 'sound' : result.error.kind;
};

/** Signed by the founder as it stands: only its shape can be what is wrong. */
async function signedAnew(change: JsonObject): Promise<JsonObject> {
  const { signature: _, ...unsigned } = { ...signed, ...change };
  const bytes = lengthPrefixed(['patchbook/act/1', canonicalText(unsigned)]);
  const signature = await crypto.subtle.sign('Ed25519', patch.founder.signing.privateKey, bytes);
  return { ...unsigned, signature: toBase64(new Uint8Array(signature)) };
}

describe('an act', () => {
  test('is what its device signed, and has one name', async () => {
    const act = valueIn(await verifyAct(signed, register));
    expect(act.name).toMatch(/^[0-9a-f]{64}$/);
    const reordered = Object.fromEntries(Object.entries(signed).reverse()) as JsonObject;
    expect(valueIn(await verifyAct(reordered, register)).name).toBe(act.name);
    expect(act.act).toMatchObject({ kind: 'admit', role: 'resident' });
  });

  test('changed anywhere is refused', async () => {
    const other = await makePhone();
    const changes: readonly JsonObject[] = [
      { at: '2026-11-26T10:00:00.001Z' },
      { prev: ['0'.repeat(64)] },
      { by: other.keys.sign },
      { act: { ...(signed['act'] as JsonObject), role: 'steward' } },
      { act: { ...(signed['act'] as JsonObject), person: person() } },
      { register: '0'.repeat(32) },
      { signature: toBase64(crypto.getRandomValues(new Uint8Array(64))) },
    ];
    for (const change of changes) expect(await verdict({ ...signed, ...change })).toBe('broken');
  });

  test('every flipped bit of the signature is refused', async () => {
    const bytes = fromBase64(signed['signature'] as string) ?? new Uint8Array();
    for (let bit = 0; bit < 512; bit += 1) {
      const flipped = bytes.slice();
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(await verdict({ ...signed, signature: toBase64(flipped) })).toBe('broken');
    }
  });

  test('of another register is told apart, though its device signed it', async () => {
    const elsewhere = await signedAnew({ register: '0'.repeat(32) });
    expect(await verdict(elsewhere)).toBe('other-register');
  });

  test('of a newer version is not called broken', async () => {
    expect(await verdict({ ...signed, v: 2 })).toBe('newer');
  });

  test.each<[string, JsonObject]>([
    ['nothing seen', { prev: [] }],
    ['the same seen twice', { prev: ['0'.repeat(64), '0'.repeat(64)] }],
    ['what it has seen out of order', { prev: ['1'.repeat(64), '0'.repeat(64)] }],
    ['too much seen', { prev: Array.from({ length: 65 }, (_, i) => String(i).padStart(64, '0')) }],
    ['one key more', { note: 'x' }],
    ['one key more inside', { act: { kind: 'notice', notice: '0'.repeat(64), note: 'x' } }],
    ['a kind of another spelling', { act: { kind: 'Notice' } }],
    ['a kind that claims to be unknown', { act: { kind: 'unknown' } }],
    ['no kind', { act: {} }],
    ['a day for a moment', { at: '2026-11-26' }],
    ['a role that is none', { act: { ...admitOf(), role: 'mayor' } }],
    ['too deep', { act: { kind: 'later', deep: deepList(20) } }],
    ['too long', { act: { kind: 'later', long: 'x'.repeat(125 * 1024) } }],
  ])('with %s is refused, though its device signed it', async (_, change) => {
    expect(await verdict(await signedAnew(change))).toBe('broken');
  });

  test('of a kind from a newer app is kept, passed on as it came, and does nothing', async () => {
    const newer = await signedAnew({ act: { kind: 'grant', what: [1, { a: null }] } });
    const act = valueIn(await verifyAct(newer, register));
    expect(act.signed).toEqual(newer);
    const state = replay(patch.root, [act]);
    expect(state.uncounted.get(act.name)).toBe('unknown-kind');
    expect(state.has(act.name)).toBe(true);
    expect(state.heads).toEqual([patch.root.name]);
  });
});

function admitOf(): JsonObject {
  return { kind: 'admit', person: person(), device: { ...joiner.keys }, role: 'resident' };
}

function deepList(levels: number): Json {
  return levels === 0 ? 0 : [deepList(levels - 1)];
}

/** From cr.yp.to/ecdh.html and RFC 8032: nobody's keys. */
const weakBoxes = [
  '00'.repeat(32),
  `${'00'.repeat(31)}80`,
  `01${'00'.repeat(31)}`,
  'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
  '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f11d7',
  `ec${'ff'.repeat(31)}`,
  `ee${'ff'.repeat(30)}7f`,
];
const weakSigners = [
  `01${'00'.repeat(31)}`,
  `01${'00'.repeat(30)}80`,
  'c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac03fa',
  '26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc85',
  `f0${'ff'.repeat(30)}7f`,
];
const base64 = (hex: string): string => toBase64(fromHex(hex) ?? new Uint8Array());

describe('keys that mean nothing', () => {
  test.each(weakBoxes)('nothing is sealed to %s', async (hex) => {
    const device = { ...joiner.keys, box: base64(hex) };
    expect(await verdict(await signedAnew({ act: { ...admitOf(), device } }))).toBe('broken');
  });

  test.each(weakBoxes)('and nothing could be: with %s every secret is zero', async (hex) => {
    const weak = await crypto.subtle.importKey(
      'raw',
      fromHex(hex) as BufferSource,
      'X25519',
      true,
      [],
    );
    const derive = crypto.subtle.deriveBits(
      { name: 'X25519', public: weak },
      joiner.box.privateKey,
      256,
    );
    await expect(derive).rejects.toThrow();
  });

  test.each(weakSigners)('nobody signs with %s', async (hex) => {
    const device = { ...joiner.keys, sign: base64(hex) };
    expect(await verdict(await signedAnew({ act: { ...admitOf(), device } }))).toBe('broken');
    expect(await verdict({ ...signed, by: base64(hex) })).toBe('broken');
  });
});

/** Little endian. */
const numberOf = (bytes: Uint8Array): bigint =>
  bytes.reduceRight((sum, byte) => (sum << 8n) | BigInt(byte), 0n);

const bytesOf = (number: bigint): Bytes =>
  Uint8Array.from({ length: 32 }, (_, at) => Number((number >> BigInt(8 * at)) & 255n));

/** The order of Ed25519's base point (RFC 8032, 5.1). */
const order = 2n ** 252n + 27742317777372353535851937790883648493n;

/** Valid by the equation, with the neutral element where a random point belongs. */
async function oddSignature(seed: Bytes, open: Bytes, message: Bytes): Promise<Bytes> {
  const hash = async (bytes: Bytes) => new Uint8Array(await crypto.subtle.digest('SHA-512', bytes));
  const clamped = (await hash(seed)).slice(0, 32);
  clamped[0] = (clamped[0] ?? 0) & 248;
  clamped[31] = ((clamped[31] ?? 0) & 127) | 64;
  const neutral = bytesOf(1n);
  const challenge = numberOf(await hash(concatBytes([neutral, open, message])));
  return concatBytes([neutral, bytesOf((challenge * numberOf(clamped)) % order)]);
}

test('a signature that some browsers take and some don’t is refused by all', async () => {
  const seed = new Uint8Array(32).fill(3);
  const { pair, publicKey } = await keyPairFrom(seed, 'Ed25519');
  const { signature: _, ...rest } = signed;
  const unsigned = { ...rest, by: publicKey };
  const message = lengthPrefixed(['patchbook/act/1', canonicalText(unsigned)]);
  const odd = await oddSignature(seed, fromBase64(publicKey) ?? new Uint8Array(), message);
  // This machine's own check takes it.
  expect(await crypto.subtle.verify('Ed25519', pair.publicKey, odd, message)).toBe(true);
  expect(await verdict({ ...unsigned, signature: toBase64(odd) })).toBe('broken');
});

// Made once and kept: what was signed with this version must be recognised for ever.
const kept = {
  v: 1,
  register: '400ca0d0e6a80a51252674ef6e60617f',
  prev: ['8'.repeat(64), '9'.repeat(64)],
  by: 'ZBSOYfz5rF6bWdubZbe7DNE4djV2Jpe4tZHzKK4GR0Q=',
  at: '2026-01-02T03:04:05.678Z',
  act: { kind: 'role', member: '7'.repeat(64), role: 'link-worker' },
  signature:
    '0t866jd3YpAaLK0ePLPjsSeUqQe2ayJmspphoeNnLoQ1FdbeO3OhunGrXGwkbJnxv21mXAKFnttkErMP8+rBBA==',
};

test('an act signed with this version is recognised, under the same name', async () => {
  expect(valueIn(await verifyAct(kept, kept.register)).name).toBe(
    '1adf01442bc015b6800209074c7027cb64f2a70e6a05892377a86da2db7babcf',
  );
});
