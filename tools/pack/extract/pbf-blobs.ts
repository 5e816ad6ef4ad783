import type { FileHandle } from 'node:fs/promises';
import { inflateSync } from 'node:zlib';
import { PackTrouble } from '../trouble.ts';
import { brokenExtract, readFields } from './protobuf.ts';

/** The limits of the format itself (wiki.openstreetmap.org/wiki/PBF_Format, "File format"). */
const blobHeaderBytesMax = 64 * 1024;
const blobBytesMax = 32 * 1024 * 1024;

export interface BlobPlace {
  readonly type: string;
  /** Where its bytes begin in the file. */
  readonly at: number;
  readonly bytes: number;
}

const cutOff = (): PackTrouble =>
  new PackTrouble('The extract is cut off in the middle. Download it again.');

async function bytesAt(file: FileHandle, at: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let got = 0;
  while (got < length) {
    const { bytesRead } = await file.read(bytes, got, length - got, at + got);
    if (bytesRead === 0) throw cutOff();
    got += bytesRead;
  }
  return bytes;
}

function blobHeader(bytes: Uint8Array): { type: string; size: number } {
  const told = { type: '', size: -1 };
  readFields(bytes, (field, reader) => {
    if (field === 1) told.type = reader.readString();
    if (field === 3) told.size = reader.readVarint();
  });
  return told;
}

/** The next blob's place, or undefined at the end of the file. */
export async function blobAfter(
  file: FileHandle,
  at: number,
  fileBytes: number,
): Promise<BlobPlace | undefined> {
  if (at === fileBytes) return undefined;
  const length = new DataView((await bytesAt(file, at, 4)).buffer).getUint32(0);
  if (length > blobHeaderBytesMax) throw brokenExtract();
  const { type, size } = blobHeader(await bytesAt(file, at + 4, length));
  if (size < 0 || size > blobBytesMax) throw brokenExtract();
  const place = { type, at: at + 4 + length, bytes: size };
  if (place.at + size > fileBytes) throw cutOff();
  return place;
}

/** A blob's unpacked content. */
export async function blobContent(file: FileHandle, place: BlobPlace): Promise<Uint8Array> {
  let raw: Uint8Array | undefined;
  let packed: Uint8Array | undefined;
  let unpackedBytes = -1;
  readFields(await bytesAt(file, place.at, place.bytes), (field, reader) => {
    if (field === 1) raw = reader.readBytes();
    else if (field === 2) unpackedBytes = reader.readVarint();
    else if (field === 3) packed = reader.readBytes();
    else if (field >= 4 && field <= 7) throw otherPacking();
  });
  if (raw) return raw;
  if (!packed) throw brokenExtract();
  const content = inflated(packed);
  if (content.length !== unpackedBytes) throw brokenExtract();
  return content;
}

const otherPacking = (): PackTrouble =>
  new PackTrouble(
    'The extract is packed in a way this tool cannot read. Write it again with zlib: osmium cat -f pbf,pbf_compression=zlib',
  );

function inflated(packed: Uint8Array): Uint8Array {
  try {
    const { buffer, byteOffset, length } = inflateSync(packed, { maxOutputLength: blobBytesMax });
    return new Uint8Array(buffer, byteOffset, length);
  } catch {
    throw brokenExtract();
  }
}
