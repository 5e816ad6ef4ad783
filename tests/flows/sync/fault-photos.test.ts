import { readdirSync } from 'node:fs';
import { beforeEach, describe, expect, test } from 'vitest';
import { type Bytes, randomBytes } from '#base/bytes.ts';
import { largestSealedPhoto, makePhotoKey, openSealedPhoto, sealPhoto } from '#seal/photo.ts';
import { hubPhotos } from '#sync/hub-photos.ts';
import { type PhotoParked, type PhotoQueue, photoSender } from '#sync/send-photos.ts';
import { type Fault, htmlPage, jsonSaying, redirectTo } from '../../support/fault-proxy.ts';
import type { TestPhone } from '../../support/sync-phones.ts';
import { syncStage } from '../../support/sync-stage.ts';

const stage = syncStage();
const newId = () => crypto.randomUUID();

interface Kept {
  readonly id: string;
  readonly key: string;
  readonly photo: Bytes;
}

/** A phone's photos, in memory: what lies in IndexedDB is tried in Chromium. */
function photosOf(phone: TestPhone, kept: readonly Kept[]) {
  const waiting = new Map(kept.map((one) => [one.id, one]));
  const parked = new Map<string, PhotoParked>();
  const ends = new Set<string>();
  const photos = hubPhotos(phone.line, stage.register.id);
  const queue: PhotoQueue = {
    due: async () => [...waiting.keys()],
    sealed: async (id) => {
      const one = waiting.get(id);
      const value = one && (await sealPhoto(one.photo, one));
      return value && { ok: true, value };
    },
    sent: async (id) => void waiting.delete(id),
    park: async (id, why) => {
      waiting.delete(id);
      parked.set(id, why);
    },
    ending: async () => [...ends],
    ended: async (id) => void ends.delete(id),
  };
  const send = photoSender(photos, queue);
  const round = async (): Promise<boolean> => {
    const report = await phone.round();
    expect(report.circles.members?.end).toBe('shared');
    return send(['members'], new AbortController().signal);
  };
  return { waiting, parked, ends, photos, queue, round };
}
type Photos = ReturnType<typeof photosOf>;

const three = (): readonly Kept[] =>
  [1, 2, 3].map(() => ({ id: newId(), key: makePhotoKey(), photo: randomBytes(40_000) }));

let kept: readonly Kept[];
let bad: Kept;
let ann: TestPhone;
let hers: Photos;
beforeEach(async () => {
  kept = three();
  bad = kept[1] as Kept;
  ann = await stage.phone();
  for (const at of [1, 2, 3]) await ann.say(at, { summary: `words ${at}` });
  hers = photosOf(ann, kept);
});

const isOf = (path: string, { id }: Kept) => path.endsWith(id.replaceAll('-', ''));
/** For the second photo alone, in one direction. */
const faulty = (method: string, fault: Fault) => {
  stage.proxy.faults = (passing) =>
    passing.method === method && isOf(passing.path, bad) ? fault : undefined;
};
/** Whole ones and beginnings of one. */
const filesAtHub = ({ id }: Kept): readonly string[] =>
  readdirSync(stage.hub.dataFolder, { recursive: true, encoding: 'utf8' }).filter((path) =>
    path.includes(id.replaceAll('-', '')),
  );
const asSeen = async (photos: Photos, one: Kept) => {
  const told = await photos.photos.read(one.id);
  return told.ok ? openSealedPhoto(told.value, one) : told.error.kind;
};
/** All text is there, and every photo but the bad one. */
async function othersAreThere(): Promise<Photos> {
  const bo = await stage.phone();
  await bo.round();
  expect(await bo.content()).toEqual(await ann.content());
  const his = photosOf(bo, []);
  for (const one of kept.filter((each) => each !== bad))
    expect(await asSeen(his, one)).toEqual(one.photo);
  return his;
}

describe('row 9: photos', () => {
  test('go after the text, one at a time, and come out on another phone as they were', async () => {
    await hers.round();
    const paths = stage.proxy.passed.map(({ method, path }) => `${method} ${path}`);
    const firstPhoto = paths.findIndex((path) => path.includes('/photos/'));
    const lastText = paths.findLastIndex((path) => path.includes('_bulk_docs'));
    expect(lastText).toBeGreaterThan(-1);
    expect(firstPhoto).toBeGreaterThan(lastText);
    expect(hers.waiting.size).toBe(0);
    const his = await othersAreThere();
    expect(await asSeen(his, bad)).toEqual(bad.photo);
  });

  test.each<[string, Fault]>([
    ['the line breaks', 'break'],
    ['half of it goes up and the line breaks', 'cut-upload'],
    ['another digest arrives', jsonSaying({ error: 'wrong-digest' }, 400)],
    ['the hub has trouble', jsonSaying({ error: 'trouble' }, 500)],
  ])('where %s, one waits alone and goes when the line is whole', async (_, fault) => {
    faulty('PUT', fault);
    await hers.round();
    expect([...hers.waiting.keys()]).toEqual([bad.id]);
    expect(hers.parked.size).toBe(0);
    const his = await othersAreThere();
    expect(await asSeen(his, bad)).toBe('unknown');
    expect(filesAtHub(bad)).toEqual([]);
    stage.proxy.faults = () => undefined;
    await hers.round();
    expect(hers.waiting.size).toBe(0);
    expect(await asSeen(his, bad)).toEqual(bad.photo);
    expect(filesAtHub(bad)).toHaveLength(1);
  });

  test.each<[number, string, PhotoParked]>([
    [413, 'too-much', 'too-big'],
    [507, 'full', 'hub-full'],
    [400, 'bad-request', 'refused'],
    [409, 'removed', 'removed'],
  ])('%i %s: one is set aside with its reason, all else goes', async (status, error, why) => {
    faulty('PUT', jsonSaying({ error }, status));
    await hers.round();
    expect(hers.waiting.size).toBe(0);
    expect([...hers.parked]).toEqual([[bad.id, why]]);
    await othersAreThere();
  });

  test('a lost answer is no second photo: it is said again, and lies there once', async () => {
    let lost = 0;
    stage.proxy.faults = ({ method, path }) => {
      if (method !== 'PUT' || !isOf(path, bad) || lost > 0) return undefined;
      lost += 1;
      return 'lose-answer';
    };
    await hers.round();
    expect(lost).toBe(1);
    expect(hers.waiting.size).toBe(0);
    expect(hers.parked.size).toBe(0);
    expect(await asSeen(await othersAreThere(), bad)).toEqual(bad.photo);
  });

  test('a phone that dies in the middle loses nothing, and none lies there twice', async () => {
    await ann.round();
    const dying = new AbortController();
    stage.proxy.faults = ({ method, path }) => {
      if (method === 'PUT' && isOf(path, bad)) dying.abort();
      return undefined;
    };
    await photoSender(hers.photos, hers.queue)(['members'], dying.signal);
    expect([...hers.waiting.keys()]).toEqual(kept.slice(1).map(({ id }) => id));
    stage.proxy.faults = () => undefined;
    await ann.restart();
    await hers.round();
    expect(hers.waiting.size).toBe(0);
    expect(hers.parked.size).toBe(0);
    expect(await asSeen(await othersAreThere(), bad)).toEqual(bad.photo);
  });

  test('what breaks each time does not keep the others for ever', async () => {
    const many = Array.from({ length: 8 }, () => three()).flat();
    const photos = photosOf(ann, many);
    const broken = new Set(many.slice(0, 4));
    stage.proxy.faults = ({ method, path }) =>
      method === 'PUT' && [...broken].some((one) => isOf(path, one)) ? 'break' : undefined;
    for (let round = 0; round < 12; round += 1) await photos.round();
    expect(new Set(photos.waiting.values())).toEqual(broken);
  });

  test('of many, text need not wait for all of them', async () => {
    const photos = photosOf(ann, [...three(), ...three()]);
    expect(await photos.round()).toBe(true);
    expect(photos.waiting.size).toBe(1);
    expect(await photos.round()).toBe(false);
    expect(photos.waiting.size).toBe(0);
  });

  test('an erased one ends at the hub, is not taken again, and others are told so', async () => {
    const { founder } = stage.register;
    const steward = await stage.phone({ ...founder, tokenHash: '' });
    const theirs = photosOf(steward, kept);
    await theirs.round();
    theirs.ends.add(bad.id);
    await theirs.round();
    expect(theirs.ends.size).toBe(0);
    expect(await asSeen(hers, bad)).toBe('removed');
    await hers.round();
    expect([...hers.parked.keys()]).toContain(bad.id);
  });
});

describe('row 9: a hub that shows something else instead of a photo', () => {
  test.each<[string, Fault, string | undefined]>([
    ['a page with 200', htmlPage(), 'wants-sign-in'],
    ['another place', redirectTo('https://elsewhere.example/photo'), 'wants-sign-in'],
    ['half of it', 'cut-answer', 'no-answer'],
    ['an answer in JSON', jsonSaying({ ok: true }), 'wants-sign-in'],
    [
      'more than a photo may be',
      {
        instead: {
          status: 200,
          headers: { 'content-type': 'application/octet-stream' },
          body: 'x'.repeat(largestSealedPhoto + 1),
        },
      },
      'not-a-hub',
    ],
    [
      'other bytes',
      {
        instead: {
          status: 200,
          headers: { 'content-type': 'application/octet-stream' },
          body: 'x'.repeat(40_000),
        },
      },
      undefined,
    ],
  ])('%s is told apart and gives nothing', async (_, fault, said) => {
    await hers.round();
    faulty('GET', fault);
    expect(await asSeen(await othersAreThere(), bad)).toEqual(said);
  });

  test('another photo’s bytes open under no other id', async () => {
    await hers.round();
    const [other] = kept;
    const told = await hers.photos.read(other?.id ?? '');
    expect(told.ok && (await openSealedPhoto(told.value, bad))).toBeUndefined();
  });

  test('bytes that changed on their way up are refused by the hub itself', async () => {
    const sealed = (await sealPhoto(bad.photo, bad)) ?? new Uint8Array();
    const { ask } = ann.line;
    const changed = hubPhotos(
      {
        ...ann.line,
        ask: (path, asked) =>
          ask(path, { ...asked, ...(asked.bytes && { bytes: randomBytes(asked.bytes.length) }) }),
      },
      stage.register.id,
    );
    const put = await changed.put(bad.id, sealed);
    expect(put).toEqual({ ok: false, error: { kind: 'wrong-digest' } });
    expect(await asSeen(hers, bad)).toBe('unknown');
  });
});
