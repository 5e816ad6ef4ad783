import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { randomBytes, toHex } from '#base/bytes.ts';
import type { JsonObject } from '#base/json.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import { packBody } from '#domain/merge/pack.ts';
import type { Ref } from '#domain/record/values.ts';
import { largestPhoto, makePhotoKey, openSealedPhoto } from '#seal/photo.ts';
import { photoQueue, sendAgain } from '#services/sharing/photo-queue.ts';
import { photosNow } from '#services/sharing/photos-now.ts';
import { aPlace, newBook, type TestBook } from '../../support/test-book.ts';

let made: TestBook;
let mayErase: boolean;
let changes: number;
beforeEach(async () => {
  made = await newBook();
  mayErase = true;
  changes = 0;
});
afterEach(() => made.close());

const shown = () => ({ ...made, ...made.ground, register: made.keys.register });
const queue = () =>
  photoQueue({
    ...{ ...shown(), safe: undefined, mayErase: async () => mayErase },
    onChange: () => {
      changes += 1;
    },
  });

const thumb = 'data:image/webp;base64,AAAA';
const bytes = randomBytes(3_000);

async function photographed(share: string, more: JsonObject = { key: makePhotoKey() }) {
  const id = crypto.randomUUID();
  const { device, book, keys } = made;
  const blob = new Blob([bytes], { type: 'image/webp' });
  await device.photos.put({ id, register: keys.register, blob, addedAt: 1, waiting: 1 });
  const photos = [{ id, thumb, width: 4, height: 3, ...more }];
  const added = await book.add('place', { ...aPlace('Old bench'), share, photos });
  if (!added.ok) throw new Error(JSON.stringify(added.error));
  const ref: Ref = { type: 'place', id: added.value.id };
  return { id, ref };
}
const photoOf = async (ref: Ref) => {
  const read = await made.book.read(ref);
  return read.ok && 'photos' in read.value.record ? read.value.record.photos?.[0] : undefined;
};
const waitingOf = async (id: string) => (await made.device.photos.get(id))?.waiting;

describe('what waits to be sent', () => {
  test('is the photo of a thing that others may see, once the text of its circle has gone', async () => {
    const { id, ref } = await photographed('members');
    const team = await photographed('team');
    expect(await queue().due([])).toEqual([]);
    expect(await queue().due(['members'])).toEqual([id]);
    expect(new Set(await queue().due(['members', 'team']))).toEqual(new Set([id, team.id]));
    const sealed = await queue().sealed(id);
    if (!sealed?.ok) throw new Error('not sealed');
    const key = (await photoOf(ref))?.key ?? '';
    expect(await openSealedPhoto(sealed.value, { id, key })).toEqual(bytes);
    await queue().sent(id);
    expect(await waitingOf(id)).toBe(0);
    expect(await queue().due(['members'])).toEqual([]);
    expect(changes).toBe(1);
  });

  test('is never the photo of a thing for this phone only, nor of one moved there before it went', async () => {
    const own = await photographed('device');
    const moved = await photographed('members');
    await made.book.change(moved.ref, { share: 'device' });
    const gone = await photographed('members');
    await made.book.remove(gone.ref);
    expect(await queue().due(['members', 'team'])).toEqual([]);
    for (const { id } of [own, moved, gone]) expect(await queue().sealed(id)).toBeUndefined();
    expect(await photosNow(shown())).toEqual({ waiting: 0, parked: [] });
  });

  test('a photo without a key gets one that lasts, and goes when that has gone', async () => {
    const { id, ref } = await photographed('members', { words: 'by the canal' });
    expect(await queue().sealed(id)).toBeUndefined();
    const photo = await photoOf(ref);
    expect(photo).toMatchObject({ id, words: 'by the canal', key: expect.any(String) });
    expect((await queue().sealed(id))?.ok).toBe(true);
    expect(await photoOf(ref)).toEqual(photo);
  });
});

test('a member’s phone gets neither key nor name of a photo of the team’s', async () => {
  const { id, ref } = await photographed('team');
  const key = (await photoOf(ref))?.key ?? '';
  const bodies = await made.ground.writer.read(ref);
  const said = (circle: 'members' | 'team') => {
    const body = bodies[circle];
    return body ? canonicalText(packBody(body)) : '';
  };
  expect(key).toHaveLength(44);
  expect(said('team')).toContain(key);
  expect(said('team')).toContain(id);
  for (const mark of [key, id, thumb]) expect(said('members')).not.toContain(mark);
});

describe('what can’t be sent', () => {
  test('is named with its reason, and waits again when somebody says so', async () => {
    const { id, ref } = await photographed('members');
    const other = await photographed('members');
    await queue().park(id, 'hub-full');
    expect(await queue().due(['members'])).toEqual([other.id]);
    expect(await photosNow(shown())).toEqual({
      waiting: 1,
      parked: [{ id, why: 'hub-full', of: { id: ref.id, name: 'Old bench' } }],
    });
    await sendAgain(shown());
    expect(await waitingOf(id)).toBe(1);
    expect(await photosNow(shown())).toEqual({ waiting: 2, parked: [] });
  });

  test('stays on this phone, whatever the hub says of it', async () => {
    const { id } = await photographed('members');
    await queue().park(id, 'removed');
    const row = await made.device.photos.get(id);
    expect(row).toMatchObject({ waiting: 2, parked: 'removed' });
    expect(new Uint8Array((await row?.blob.arrayBuffer()) ?? [])).toEqual(bytes);
  });

  test('is what is too large, before anybody is asked', async () => {
    const { id } = await photographed('members');
    const blob = new Blob([new Uint8Array(largestPhoto + 1)]);
    await made.device.photos.update(id, { blob });
    expect(await queue().sealed(id)).toEqual({ ok: false, error: { kind: 'too-big' } });
  });
});

describe('what was erased', () => {
  const end = async (id: string, register = made.keys.register) =>
    made.device.photoEnds.put({ id, register });

  test('is ended at the hub by a phone that may, until the hub has said yes', async () => {
    await end('one');
    await end('other', toHex(randomBytes(16)));
    expect(await queue().ending()).toEqual(['one']);
    expect(await queue().ending()).toEqual(['one']);
    await queue().ended('one');
    expect(await queue().ending()).toEqual([]);
    expect(await made.device.photoEnds.count()).toBe(1);
  });

  test('is left to others by a phone that may not', async () => {
    await end('one');
    mayErase = false;
    expect(await queue().ending()).toEqual([]);
    expect(await made.device.photoEnds.count()).toBe(0);
  });
});
