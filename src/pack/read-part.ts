import { unpackedPartBytesMax } from './limits.ts';
import { DamagedPack, limitedUnpack } from './unpack.ts';

const gzip = 2;
const unpack = limitedUnpack(unpackedPartBytesMax);

/** A part of a pack, unpacked and read; undefined where it is damaged or claims to be too much. */
export async function readPart<T>(
  part: Blob,
  read: (bytes: ArrayBuffer) => T,
): Promise<T | undefined> {
  // What unpacks throws errors of every kind, none of which tells more than this.
  const bytes = await part
    .arrayBuffer()
    .then((packed) => unpack(packed, gzip))
    .catch(() => undefined);
  if (!bytes) return undefined;
  try {
    return read(bytes);
  } catch (error) {
    if (error instanceof DamagedPack) return undefined;
    throw error;
  }
}
