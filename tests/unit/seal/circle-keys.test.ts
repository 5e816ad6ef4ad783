import { describe, expect, test } from 'vitest';
import {
  type CircleKeys,
  circleSecretFromBytes,
  deriveCircleKeys,
  makeCircleSecret,
  secretFromStored,
  secretToStore,
} from '#seal/circle-keys.ts';
import { circleRing } from '#seal/circle-ring.ts';
import { openEnvelope, sealBody } from '#seal/seal.ts';
import { madeUpIdKey, madeUpKeys, madeUpSecret, recordId, valueIn } from './made-up-ring.ts';

describe('the keys of a circle', () => {
  test('the key id is the pinned one: a changed derivation would lock every register', async () => {
    expect((await madeUpKeys()).k).toBe('01b10e209c124a96');
  });

  test('secret, circle and epoch each make other keys', async () => {
    const all = await Promise.all([
      madeUpKeys(),
      madeUpKeys(1),
      madeUpKeys(0, 4),
      deriveCircleKeys(madeUpSecret(), { circle: 'r1-team', epoch: 3 }),
      deriveCircleKeys(madeUpSecret(), { circle: 'r1-members3', epoch: 3 }),
      deriveCircleKeys(makeCircleSecret(), { circle: 'r1-members', epoch: 3 }),
    ]);
    expect(new Set(all.map(({ k }) => k)).size).toBe(all.length);
  });

  test('no script can read the keys that seal', async () => {
    const { seal, nonce } = await madeUpKeys();
    await expect(crypto.subtle.exportKey('raw', seal)).rejects.toThrow();
    await expect(crypto.subtle.exportKey('raw', nonce)).rejects.toThrow();
  });

  test('they survive the copy IndexedDB and workers make', async () => {
    const keys = await madeUpKeys();
    const copy: CircleKeys = structuredClone(keys);
    const idKey = await madeUpIdKey();
    const sealed = valueIn(
      await sealBody('kept', { id: recordId, ring: circleRing(structuredClone(idKey), [copy]) }),
    );
    expect(await openEnvelope(sealed, circleRing(idKey, [keys]))).toEqual({
      ok: true,
      value: 'kept',
    });
  });
});

describe('a secret', () => {
  test('is 32 bytes, other ones each time', () => {
    expect(makeCircleSecret()).toHaveLength(32);
    expect(makeCircleSecret()).not.toEqual(makeCircleSecret());
  });

  test.each([0, 31, 33])('of %i bytes is refused', (length) => {
    expect(circleSecretFromBytes(new Uint8Array(length))).toMatchObject({ ok: false });
  });

  test('comes back from the store of a phone that may invite', async () => {
    const secret = makeCircleSecret();
    expect(await secretFromStored(structuredClone(await secretToStore(secret)))).toEqual(secret);
  });
});

describe('a ring', () => {
  const named = async (k: string, epoch: number) => ({ ...(await madeUpKeys(0, epoch)), k });

  test('holds all keys and writes under the highest epoch, then the lower key id', async () => {
    const [old, high, low] = [await named('aa', 1), await named('cc', 2), await named('bb', 2)];
    const idKey = await madeUpIdKey();
    for (const keys of [
      [old, high, low],
      [low, high, old],
      [high, old, low],
    ] as const) {
      const ring = circleRing(idKey, keys);
      expect(ring.current.k).toBe('bb');
      expect([...ring.byKeyId.keys()].sort()).toEqual(['aa', 'bb', 'cc']);
    }
  });
});
