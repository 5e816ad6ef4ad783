import { toBase64 } from '#base/bytes.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import { type ReleaseLog, release } from '#domain/sharing/release.ts';
import { type Copy, writeCopy } from '#formats/copy.ts';
import { fileBytesMost } from '#formats/file-kind.ts';
import type { Services } from '#services/services.ts';

export interface Gathered {
  readonly content: Blob;
  readonly records: number;
  readonly photos: number;
  /** Pictures that would have made the file too big to be read in again. */
  readonly photosLeft: number;
  readonly log: ReleaseLog;
}

export type OnGathered = (what: 'records' | 'photos', done: number, total: number) => void;

/** Room for the head and for marks between the pieces. */
const bytesMost = fileBytesMost - 1_000_000;
const piecesAtOnce = 200;

/** Lets a tap or a frame in between. */
const breath = () => new Promise<void>((resolve) => setTimeout(resolve));

const photoIdsIn = (records: readonly AnyRecord[]): readonly string[] => [
  ...new Set(
    records.flatMap((record) =>
      'photos' in record ? (record.photos ?? []).map(({ id }) => id) : [],
    ),
  ),
];

async function gatherPhotos(
  { photos }: Services,
  ids: readonly string[],
  { room, onGathered }: { room: number; onGathered: OnGathered },
) {
  const kept = new Map<string, string>();
  let left = 0;
  let free = room;
  for (const [index, id] of ids.entries()) {
    const blob = await photos.load(id);
    const base64 = blob && toBase64(new Uint8Array(await blob.arrayBuffer()));
    if (base64 && base64.length <= free) kept.set(id, base64);
    else if (base64) left += 1;
    free -= base64 && kept.has(id) ? base64.length + 50 : 0;
    onGathered('photos', index + 1, ids.length);
  }
  return { kept, left };
}

async function inOneFile(pieces: Iterable<string>): Promise<Blob> {
  const parts: string[] = [];
  for (const piece of pieces) {
    parts.push(piece);
    if (parts.length % piecesAtOnce === 0) await breath();
  }
  return new Blob(parts, { type: 'application/json' });
}

/** All that this phone holds of the open book, through the one door, as one file. */
export async function gatherCopy(
  services: Services,
  about: Pick<Copy, 'register' | 'madeAt'>,
  onGathered: OnGathered,
): Promise<Gathered> {
  const read = await services.book.readAll((done, total) => onGathered('records', done, total));
  const { records, log } = release(read, { audience: 'own-copy' });
  const bare = await inOneFile(writeCopy({ ...about, records, photos: new Map() }));
  const room = bytesMost - bare.size;
  const photos = await gatherPhotos(services, photoIdsIn(records), { room, onGathered });
  const content =
    photos.kept.size === 0
      ? bare
      : await inOneFile(writeCopy({ ...about, records, photos: photos.kept }));
  const counts = { photos: photos.kept.size, photosLeft: photos.left };
  return { content, records: records.length, ...counts, log };
}
