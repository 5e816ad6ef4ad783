import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Bytes, concatBytes, randomBytes, utf8 } from '#base/bytes.ts';
import { fail, ok } from '#base/result.ts';
import { openPhoto } from '#device/kept-photo.ts';
import type { Safe } from '#device/safe.ts';
import type { Ref } from '#domain/record/values.ts';
import { shrinkPhoto } from '#platform/photo.ts';
import { makePhotoKey, type PhotoKey, sealPhoto } from '#seal/photo.ts';
import { type FetchPhotoParts, fetchingPhotos } from '#services/sharing/fetch-photo.ts';
import { ownTraces } from '#services/sharing/own-traces.ts';
import { aPlace, newBook, type TestBook } from '../../support/test-book.ts';

let made: TestBook;
let photo: PhotoKey;
let ref: Ref;
let picture: Bytes;

async function drawn(side: number): Promise<Bytes> {
  const canvas = new OffscreenCanvas(side, 3);
  canvas.getContext('2d')?.fillRect(0, 0, 2, 2);
  const blob = await canvas.convertToBlob({ type: 'image/webp' });
  return new Uint8Array(await blob.arrayBuffer());
}

beforeEach(async () => {
  made = await newBook();
  picture = await drawn(40);
  photo = { id: crypto.randomUUID(), key: makePhotoKey() };
  const thumb = 'data:image/webp;base64,AAAA';
  const photos = [{ ...photo, thumb, width: 40, height: 3 }];
  const added = await made.book.add('place', { ...aPlace('Old bench'), share: 'members', photos });
  if (!added.ok) throw new Error(JSON.stringify(added.error));
  ref = { type: 'place', id: added.value.id };
});
afterEach(() => made.close());

const sealed = async (plain: Bytes, of = photo): Promise<Bytes> =>
  (await sealPhoto(plain, of)) ?? new Uint8Array();
const told = async (plain: Bytes, of = photo) => ok(await sealed(plain, of));
type Told = Awaited<ReturnType<FetchPhotoParts['photos']['read']>>;
const fetched = (answer: Told, safe?: Safe) =>
  fetchingPhotos({
    ...{ ...made, register: made.keys.register, safe, now: () => 7 },
    photos: { read: async () => answer },
  })(photo);
const rows = () => made.device.photos.toArray();

describe('a photo that another phone took', () => {
  test('is opened, kept on this phone and not sent back', async () => {
    expect(await fetched(await told(picture))).toEqual(ok(null));
    const [row] = await rows();
    expect(row).toMatchObject({ id: photo.id, register: made.keys.register, waiting: 0 });
    expect(row?.blob.type).toBe('image/webp');
    expect(new Uint8Array((await row?.blob.arrayBuffer()) ?? [])).toEqual(picture);
  });

  test('lies behind the lock like any other', async () => {
    const mask = randomBytes(1)[0] ?? 0;
    const turned = (plain: Bytes) => plain.map((byte) => byte ^ (mask | 1));
    const safe: Safe = { seal: async (plain) => turned(plain), open: async (shut) => turned(shut) };
    expect(await fetched(await told(picture), safe)).toEqual(ok(null));
    const [row] = await rows();
    if (!row) throw new Error('not kept');
    expect(row.isShut).toBe(true);
    expect(new Uint8Array(await row.blob.arrayBuffer())).not.toEqual(picture);
    const opened = await openPhoto(row, safe);
    expect(new Uint8Array(await opened.arrayBuffer())).toEqual(picture);
  });

  test('is not written over one that this phone has to send', async () => {
    const { device, keys } = made;
    const blob = new Blob([utf8('own')]);
    const own = { id: photo.id, register: keys.register, blob, addedAt: 1, waiting: 1 } as const;
    await device.photos.put(own);
    expect(await fetched(await told(picture))).toEqual(ok(null));
    expect(await rows()).toMatchObject([{ waiting: 1, addedAt: 1 }]);
  });

  test('is kept no more when its thing went meanwhile', async () => {
    await made.book.remove(ref);
    expect(await fetched(await told(picture))).toEqual(fail('removed'));
    expect(await rows()).toEqual([]);
  });
});

describe('what is not the photo', () => {
  test.each<[string, () => Promise<Told>]>([
    ['another photo’s bytes', async () => told(picture, { ...photo, id: crypto.randomUUID() })],
    ['another key’s', async () => told(picture, { ...photo, key: makePhotoKey() })],
    ['any bytes', async () => ok(randomBytes(500))],
    [
      'what is longer by one',
      async () => ok(concatBytes([await sealed(picture), new Uint8Array(1)])),
    ],
    ['a page, sealed by a member', async () => told(utf8('<html><script>'))],
    ['a drawing that can run', async () => told(utf8('<svg xmlns="http://www.w3.org/2000/svg"/>'))],
    ['a picture far too wide', async () => told(await drawn(2_000))],
    ['more than was asked for', async () => fail('not-a-hub')],
  ])('%s changes nothing and is told', async (_, answer) => {
    expect(await fetched(await answer())).toEqual(fail('wrong'));
    expect(await rows()).toEqual([]);
  });

  test.each([
    ['offline', 'offline'],
    ['wants-sign-in', 'wants-sign-in'],
    ['unknown', 'not-there'],
    ['removed', 'removed'],
    ['not-allowed', 'not-allowed'],
    ['hub-trouble', 'no-answer'],
  ] as const)('%s: a sentence says what to do', async (kind, why) => {
    expect(await fetched(fail(kind))).toEqual(fail(why));
    expect(await rows()).toEqual([]);
  });
});

test('a picture as this phone makes them is one that others take', async () => {
  const shrunk = await shrinkPhoto(new Blob([picture], { type: 'image/webp' }));
  if (!shrunk.ok) throw new Error(shrunk.error.kind);
  const bytes = new Uint8Array(await shrunk.value.photo.arrayBuffer());
  expect(await fetched(await told(bytes))).toEqual(ok(null));
});

test('what goes with an erased document is owed to the hub as well', async () => {
  await fetched(await told(picture));
  const { circles } = made.ground;
  const traces = ownTraces({ ...made, ...made.ground, register: made.keys.register });
  const document = (await circles.members?.idOf(ref)) ?? '';
  expect(await traces.ofDocument('members', document)).toEqual(ok(ref));
  expect(await rows()).toEqual([]);
  const owed = [{ id: photo.id, register: made.keys.register }];
  expect(await made.device.photoEnds.toArray()).toEqual(owed);
});
