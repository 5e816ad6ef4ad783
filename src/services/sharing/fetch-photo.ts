import { type Failure, fail, type Result } from '#base/result.ts';
import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import type { DeviceDb } from '#device/device-db.ts';
import { keptPhoto } from '#device/kept-photo.ts';
import type { Safe } from '#device/safe.ts';
import { guarded } from '#device/storage-trouble.ts';
import { readImageHeader } from '#platform/image-header.ts';
import { openSealedPhoto, type PhotoKey } from '#seal/photo.ts';
import type { HubPhotos } from '#sync/hub-photos.ts';

/**
 * `not-there`: the phone that has it has not sent it yet. `removed`: the hub says it was erased.
 * `wrong`: what came is not this photo. `no-answer`: nothing of use came; later it may.
 */
export type PhotoNotHere = Failure<
  | 'offline'
  | 'no-answer'
  | 'wants-sign-in'
  | 'not-allowed'
  | 'not-there'
  | 'removed'
  | 'wrong'
  | 'disk-full'
  | 'storage-lost'
>;

export interface FetchPhotoParts {
  readonly photos: Pick<HubPhotos, 'read'>;
  readonly device: DeviceDb;
  readonly safe: Safe | undefined;
  readonly catalogue: CatalogueDb;
  readonly register: string;
  readonly now: () => number;
}

const whyNot: Readonly<Record<string, PhotoNotHere['kind']>> = {
  offline: 'offline',
  'wants-sign-in': 'wants-sign-in',
  unknown: 'not-there',
  removed: 'removed',
  'not-a-hub': 'wrong',
  'not-allowed': 'not-allowed',
  closed: 'not-allowed',
  'unknown-register': 'not-allowed',
};

/** Sides of a photo as phones keep it: what says more would fill the memory of who looks at it. */
const longestSide = 1280;

/** By its bytes: a picture as this app makes them, and nothing else. */
function pictureIn(bytes: Uint8Array<ArrayBuffer>): Blob | undefined {
  const header = readImageHeader(bytes);
  if (header?.format !== 'jpeg' && header?.format !== 'webp') return undefined;
  if (Math.max(header.width, header.height) > longestSide) return undefined;
  return new Blob([bytes], { type: `image/${header.format}` });
}

/** Fetches one photo and keeps it on this phone. What is not it changes nothing. */
export const fetchingPhotos =
  ({ photos, device, safe, catalogue, register, now }: FetchPhotoParts) =>
  async (photo: PhotoKey): Promise<Result<null, PhotoNotHere>> => {
    const { id } = photo;
    const told = await photos.read(id);
    if (!told.ok) return fail(whyNot[told.error.kind] ?? 'no-answer');
    const opened = await openSealedPhoto(told.value, photo);
    const blob = opened && pictureIn(opened);
    if (!blob) return fail('wrong');
    const row = await keptPhoto({ id, register, blob, addedAt: now(), waiting: 0 }, safe);
    // Its thing may have been erased meanwhile.
    const isWanted = (await catalogue.links.where('to').equals(id).count()) > 0;
    if (!isWanted) return fail('removed');
    return guarded(async () => {
      await device.transaction('rw', device.photos, async () => {
        if (!(await device.photos.get(id))) await device.photos.add(row);
      });
      return null;
    });
  };
