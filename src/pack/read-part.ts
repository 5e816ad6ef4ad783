import { unpackedPartBytesMax } from './limits.ts';
import { DamagedPack, limitedUnpack } from './unpack.ts';

const gzip = 2;

/** A part of a pack, unpacked and read; undefined where it is damaged or claims to be too much. */
export async function readPart<T>(
  part: Blob,
  read: (bytes: ArrayBuffer) => T,
): Promise<T | undefined> {
  try {
    const packed = await part.arrayBuffer();
    return read(await limitedUnpack(unpackedPartBytesMax)(packed, gzip));
  } catch (error) {
    // What unpacks gzip throws a TypeError of its own.
    if (error instanceof DamagedPack || error instanceof TypeError) return undefined;
    throw error;
  }
}
