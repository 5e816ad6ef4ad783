import { gzipSync } from 'node:zlib';
import { type Bytes, concatBytes, utf8 } from '#base/bytes.ts';

export interface PackTile {
  readonly tileId: number;
  readonly data: Uint8Array;
}

export type Gzip = (bytes: Uint8Array) => Bytes;

export interface PackContents {
  readonly tiles: readonly PackTile[];
  readonly metadata: unknown;
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
  readonly minZoom: number;
  readonly maxZoom: number;
  /** What lies behind the last tile, as it is to stand there (docs/decisions/0016). */
  readonly parts?: readonly Uint8Array[];
  /** How directory, words and tiles are gzipped; `packed` unless told otherwise. */
  readonly gzip?: Gzip;
}

/** Where the header (127 bytes, little endian) holds what; hostile tests write over these. */
export const headerAt = {
  version: 7,
  rootOffset: 8,
  rootLength: 16,
  metadataOffset: 24,
  metadataLength: 32,
  leafOffset: 40,
  leafLength: 48,
  tilesOffset: 56,
  tilesLength: 64,
  internalCompression: 97,
  tileCompression: 98,
  tileType: 99,
  minZoom: 100,
  maxZoom: 101,
  minLon: 102,
  minLat: 106,
  maxLon: 110,
  maxLat: 114,
} as const;

const headerBytes = 127;

/**
 * gzip without packing: zlib packs differently from version to version and writes the system's
 * number into byte 9, and the same pack must have the same bytes everywhere.
 */
export function packed(bytes: Uint8Array): Bytes {
  const zipped = Uint8Array.from(gzipSync(bytes, { level: 0 }));
  zipped[9] = 255;
  return zipped;
}

/** As small as zlib makes it, without the system's number. The same zlib gives the same bytes. */
export function squeezed(bytes: Uint8Array): Bytes {
  const zipped = Uint8Array.from(gzipSync(bytes, { level: 9 }));
  zipped[9] = 255;
  return zipped;
}

export function varint(value: number): number[] {
  const bytes: number[] = [];
  let rest = value;
  while (rest >= 0x80) {
    bytes.push((rest % 0x80) | 0x80);
    rest = Math.floor(rest / 0x80);
  }
  return [...bytes, rest];
}

export interface DirectoryEntry {
  readonly tileId: number;
  readonly offset: number;
  readonly length: number;
  readonly runLength: number;
}

/** PMTiles 3, part 4: four columns of varints. */
export function directory(entries: readonly DirectoryEntry[]): Bytes {
  const ids = entries.map(({ tileId }, n) => tileId - (entries[n - 1]?.tileId ?? 0));
  const columns = [
    ids,
    entries.map(({ runLength }) => runLength),
    entries.map(({ length }) => length),
    entries.map(({ offset }) => offset + 1),
  ];
  return Uint8Array.from([entries.length, ...columns.flat()].flatMap(varint));
}

function header(
  contents: PackContents,
  lengths: { root: number; metadata: number; tiles: number },
) {
  const view = new DataView(new ArrayBuffer(headerBytes));
  const put = (at: number, value: number) => view.setBigUint64(at, BigInt(value), true);
  const degrees = (at: number, value: number) => view.setInt32(at, Math.round(value * 1e7), true);
  [...'PMTiles'].forEach((letter, n) => {
    view.setUint8(n, letter.charCodeAt(0));
  });
  view.setUint8(headerAt.version, 3);
  put(headerAt.rootOffset, headerBytes);
  put(headerAt.rootLength, lengths.root);
  put(headerAt.metadataOffset, headerBytes + lengths.root);
  put(headerAt.metadataLength, lengths.metadata);
  put(headerAt.leafOffset, headerBytes + lengths.root + lengths.metadata);
  put(headerAt.tilesOffset, headerBytes + lengths.root + lengths.metadata);
  put(headerAt.tilesLength, lengths.tiles);
  for (const at of [72, 80, 88]) put(at, contents.tiles.length);
  view.setUint8(96, 1);
  view.setUint8(headerAt.internalCompression, 2);
  view.setUint8(headerAt.tileCompression, 2);
  view.setUint8(headerAt.tileType, 1);
  view.setUint8(headerAt.minZoom, contents.minZoom);
  view.setUint8(headerAt.maxZoom, contents.maxZoom);
  const [west, south, east, north] = contents.bounds;
  degrees(headerAt.minLon, west);
  degrees(headerAt.minLat, south);
  degrees(headerAt.maxLon, east);
  degrees(headerAt.maxLat, north);
  view.setUint8(118, contents.maxZoom);
  degrees(119, (west + east) / 2);
  degrees(123, (south + north) / 2);
  return new Uint8Array(view.buffer);
}

/** A PMTiles 3 archive of vector tiles, everything gzipped, one root directory. */
export function writePack(contents: PackContents): Bytes {
  const { gzip = packed, parts = [] } = contents;
  const tiles = [...contents.tiles].sort((a, b) => a.tileId - b.tileId);
  const bodies = tiles.map(({ data }) => gzip(data));
  let offset = 0;
  const entries = tiles.map(({ tileId }, n) => {
    const length = bodies[n]?.byteLength ?? 0;
    const entry = { tileId, offset, length, runLength: 1 };
    offset += length;
    return entry;
  });
  const root = gzip(directory(entries));
  const metadata = gzip(utf8(JSON.stringify(contents.metadata)));
  const lengths = { root: root.byteLength, metadata: metadata.byteLength, tiles: offset };
  return concatBytes([header(contents, lengths), root, metadata, ...bodies, ...parts]);
}
