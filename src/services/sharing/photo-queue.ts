import type { Bytes } from '#base/bytes.ts';
import { isJsonObject, type JsonObject } from '#base/json.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import type { CatalogueDb, LinkRow } from '#catalogue/catalogue-db.ts';
import type { DeviceDb } from '#device/device-db.ts';
import { openPhoto } from '#device/kept-photo.ts';
import { type Safe, SafeShutError } from '#device/safe.ts';
import { readBody } from '#domain/merge/read.ts';
import type { Ref } from '#domain/record/values.ts';
import { type Circle, circles, homeOf } from '#domain/sharing/level.ts';
import type { CircleStores } from '#register/open-register.ts';
import type { RecordWriter } from '#register/record-writer.ts';
import { largestPhoto, makePhotoKey, sealPhoto } from '#seal/photo.ts';
import type { PhotoFault, PhotoQueue } from '#sync/send-photos.ts';

export interface PhotoQueueParts {
  readonly device: DeviceDb;
  readonly safe: Safe | undefined;
  readonly catalogue: CatalogueDb;
  readonly register: string;
  /** Those that this phone is in. */
  readonly circles: CircleStores;
  readonly writer: RecordWriter;
  readonly caughtUp: () => Promise<void>;
  /** Whether this phone's account may take a photo off the hub. */
  readonly mayErase: () => Promise<boolean>;
  /** Something was sent, or can't be. */
  readonly onChange: () => void;
}

export type ShownParts = Pick<PhotoQueueParts, 'device' | 'catalogue' | 'register' | 'circles'>;

const isShared = ({ what, share }: LinkRow, held: CircleStores): boolean => {
  const home = homeOf(share);
  return what === 'photo' && home !== 'device' && held[home] !== undefined;
};

/** Photos in one state, with the thing that shows each and that others may see. */
export async function photosOfOthers(
  { device, catalogue, register, circles: held }: ShownParts,
  waiting: 1 | 2,
): Promise<readonly LinkRow[]> {
  const mine = device.photos.where('[register+waiting]').equals([register, waiting]);
  const ids = await mine.primaryKeys();
  if (ids.length === 0) return [];
  const links = await catalogue.links.where('to').anyOf(ids).toArray();
  return links.filter((link) => isShared(link, held));
}

const photosIn = (values: JsonObject): readonly JsonObject[] => {
  const { photos } = values;
  return Array.isArray(photos) ? photos.filter(isJsonObject) : [];
};

/** The photo as a circle's own part of a record has it: what only this phone says of it is not there. */
async function inACircle({ writer }: PhotoQueueParts, ref: Ref, id: string) {
  const bodies = await writer.read(ref);
  const values = circles.flatMap((circle) => {
    const body = bodies[circle];
    return body ? [readBody(body).values] : [];
  });
  if (values.some(({ deleted }) => deleted === true)) return undefined;
  return values.flatMap(photosIn).find((photo) => photo['id'] === id);
}

/** The key travels with the text, and the photo follows in a later round. */
async function giveKey({ writer, caughtUp }: PhotoQueueParts, ref: Ref, id: string) {
  const withKey = (photo: JsonObject): JsonObject =>
    photo['id'] === id && !photo['key'] ? { ...photo, key: makePhotoKey() } : photo;
  const given = await writer.write(ref, (current) =>
    current ? ok({ ...current, photos: photosIn(current).map(withKey) }) : fail('not-found'),
  );
  if (given.ok) await caughtUp();
}

/** What this phone has of a photo, or why that is of no use. */
async function bytesHere(
  { device, safe }: PhotoQueueParts,
  id: string,
): Promise<Result<Bytes, Failure<PhotoFault>> | undefined> {
  const row = await device.photos.get(id);
  if (!row) return undefined;
  try {
    const photo = new Uint8Array(await (await openPhoto(row, safe)).arrayBuffer());
    return photo.length > largestPhoto ? fail('too-big') : ok(photo);
  } catch (error) {
    // A lock was set in another tab: this one is about to open anew.
    if (error instanceof SafeShutError) return undefined;
    // A browser may lose a file it holds; the others must not wait for this one.
    return fail('unreadable');
  }
}

/** A register's photos on this phone, as they go to its hub. */
export function photoQueue(parts: PhotoQueueParts): PhotoQueue {
  const { device, catalogue, register, circles: held, mayErase, onChange } = parts;

  const refOf = async (id: string): Promise<Ref | undefined> => {
    const links = await catalogue.links.where('to').equals(id).toArray();
    const link = links.find((each) => isShared(each, held));
    return link && { type: link.fromType, id: link.from };
  };

  const sealed: PhotoQueue['sealed'] = async (id) => {
    const ref = await refOf(id);
    const photo = ref && (await inACircle(parts, ref, id));
    if (!ref || !photo) return undefined;
    const { key } = photo;
    if (typeof key !== 'string') {
      await giveKey(parts, ref, id);
      return undefined;
    }
    const bytes = await bytesHere(parts, id);
    if (!bytes?.ok) return bytes;
    const shut = await sealPhoto(bytes.value, { id, key });
    return shut ? ok(shut) : fail('unreadable');
  };

  return {
    due: async (gone) => {
      const links = await photosOfOthers(parts, 1);
      const hasGone = ({ share }: LinkRow) => gone.includes(homeOf(share) as Circle);
      return [...new Set(links.filter(hasGone).map(({ to }) => to))];
    },
    sealed,
    sent: async (id) => {
      await device.photos.update(id, { waiting: 0 });
      onChange();
    },
    park: async (id, parked) => {
      await device.photos.update(id, { waiting: 2, parked });
      onChange();
    },
    ending: async () => {
      const mine = device.photoEnds.where('register').equals(register);
      const ids = await mine.primaryKeys();
      if (ids.length === 0 || (await mayErase())) return ids;
      // Whoever erased it tells the hub.
      await device.photoEnds.bulkDelete(ids);
      return [];
    },
    ended: (id) => device.photoEnds.delete(id),
  };
}

/** Puts those that may go after all back among those that wait. */
export async function sendAgain({
  device,
  register,
}: Pick<ShownParts, 'device' | 'register'>): Promise<void> {
  await device.photos.where('[register+waiting]').equals([register, 2]).modify({ waiting: 1 });
}
