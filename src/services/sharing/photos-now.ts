import type { WhyParked } from '#device/device-db.ts';
import { photosOfOthers, type ShownParts } from './photo-queue.ts';

export interface ParkedPhoto {
  readonly id: string;
  readonly why: WhyParked;
  /** The thing that shows it. */
  readonly of: { readonly id: string; readonly name: string };
}

export interface PhotosNow {
  /** Photos of shared things that have not been sent yet. */
  readonly waiting: number;
  /** Those that can't be sent, each by itself. */
  readonly parked: readonly ParkedPhoto[];
}

export const noPhotos: PhotosNow = { waiting: 0, parked: [] };

/** What this phone still owes the others of photos, as screens show it. */
export async function photosNow(parts: ShownParts): Promise<PhotosNow> {
  const { device, catalogue } = parts;
  const waiting = new Set((await photosOfOthers(parts, 1)).map(({ to }) => to));
  const links = await photosOfOthers(parts, 2);
  const parked = await Promise.all(
    links.map(async ({ from, to }) => {
      const [row, thing] = await Promise.all([device.photos.get(to), catalogue.things.get(from)]);
      return { id: to, why: row?.parked ?? 'refused', of: { id: from, name: thing?.name ?? '' } };
    }),
  );
  return { waiting: waiting.size, parked };
}
