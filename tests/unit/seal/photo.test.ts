import { describe, expect, test } from 'vitest';
import { fromBase64, randomBytes, toBase64, utf8 } from '#base/bytes.ts';
import {
  largestPhoto,
  largestSealedPhoto,
  makePhotoKey,
  openSealedPhoto,
  sealPhoto,
} from '#seal/photo.ts';

const newId = () => crypto.randomUUID();
const sealed = async (photo = randomBytes(2_000), of = { id: newId(), key: makePhotoKey() }) => {
  const bytes = await sealPhoto(photo, of);
  if (!bytes) throw new Error('not sealed');
  return { photo, of, bytes };
};

describe('a sealed photo', () => {
  test('opens with its id and key as what it was, and shows nothing of it', async () => {
    const marked = utf8('canary of the picture '.repeat(50));
    const { of, bytes } = await sealed(marked);
    expect(await openSealedPhoto(bytes, of)).toEqual(marked);
    expect(Buffer.from(bytes).toString('latin1')).not.toContain('canary');
  });

  test('is the same bytes each time, so that a repeat is no second photo', async () => {
    const { photo, of, bytes } = await sealed();
    expect(await sealPhoto(photo, of)).toEqual(bytes);
  });

  test('opens under no other id and with no other key', async () => {
    const { of, bytes } = await sealed();
    expect(await openSealedPhoto(bytes, { ...of, id: newId() })).toBeUndefined();
    expect(await openSealedPhoto(bytes, { ...of, key: makePhotoKey() })).toBeUndefined();
  });

  test('does not open when any part was changed, cut or made longer', async () => {
    const { of, bytes } = await sealed();
    for (const at of [0, 11, 12, 500, bytes.length - 1]) {
      const bad = bytes.slice();
      bad[at] = (bad[at] ?? 0) ^ 1;
      expect(await openSealedPhoto(bad, of)).toBeUndefined();
    }
    for (const length of [0, 12, 28, bytes.length / 2])
      expect(await openSealedPhoto(bytes.slice(0, length), of)).toBeUndefined();
    expect(await openSealedPhoto(new Uint8Array([...bytes, 0]), of)).toBeUndefined();
  });

  test('that is as large as may be seals to what a hub is sent at most', async () => {
    const { bytes } = await sealed(new Uint8Array(largestPhoto));
    expect(bytes).toHaveLength(largestSealedPhoto);
  });

  test('wants a key of 32 bytes in base64', async () => {
    expect(fromBase64(makePhotoKey())).toHaveLength(32);
    expect(makePhotoKey()).not.toBe(makePhotoKey());
    for (const key of ['', 'no key!', toBase64(randomBytes(31))]) {
      expect(await sealPhoto(utf8('x'), { id: newId(), key })).toBeUndefined();
      expect(await openSealedPhoto(randomBytes(40), { id: newId(), key })).toBeUndefined();
    }
  });
});
