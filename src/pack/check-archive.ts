import type { Entry, Header, PMTiles } from 'pmtiles';
import { leavesChecked, tilesChecked } from './limits.ts';
import { DamagedPack } from './unpack.ts';

const require = (sound: boolean, otherwise: string): void => {
  if (!sound) throw new DamagedPack(otherwise);
};

const isSpan = (offset: number, length: number, size: number): boolean =>
  Number.isSafeInteger(offset) &&
  Number.isSafeInteger(length) &&
  offset >= 0 &&
  length >= 0 &&
  offset + length <= size;

const between = (low: number, value: number, high: number): boolean =>
  value >= low && value <= high;

/** Every part the header names lies inside the file, and the area is one on this earth. */
export function checkHeader(header: Header, size: number): void {
  const { minLon, minLat, maxLon, maxLat, minZoom, maxZoom } = header;
  const leafBytes = header.leafDirectoryLength ?? 0;
  require(isSpan(header.rootDirectoryOffset, header.rootDirectoryLength, size), 'root');
  require(isSpan(header.jsonMetadataOffset, header.jsonMetadataLength, size), 'metadata');
  require(leafBytes === 0 || isSpan(header.leafDirectoryOffset, leafBytes, size), 'leaves');
  require(isSpan(header.tileDataOffset, header.tileDataLength ?? 0, size), 'tiles');
  require(between(-180, minLon, maxLon) && between(minLon, maxLon, 180), 'area');
  require(between(-90, minLat, maxLat) && between(minLat, maxLat, 90), 'area');
  require(minLon < maxLon && minLat < maxLat, 'no area');
  require(minZoom <= maxZoom && maxZoom <= 24, 'zoom');
}

/** Up to `count` of them, spread evenly from first to last. */
function spread<T>(all: readonly T[], count: number): readonly T[] {
  const step = Math.max(1, (all.length - 1) / Math.max(1, count - 1));
  const picked = Array.from(
    { length: Math.min(count, all.length) },
    (_, n) => all[Math.round(n * step)],
  );
  return picked.filter((one) => one !== undefined);
}

function checkEntries(entries: readonly Entry[], header: Header): void {
  let last = -1;
  for (const { tileId, offset, length, runLength } of entries) {
    const room = runLength === 0 ? header.leafDirectoryLength : header.tileDataLength;
    require(tileId > last && length > 0 && isSpan(offset, length, room ?? 0), 'entry');
    last = tileId;
  }
}

/** A tile of layers starts with "field 3, with a length", or is empty. */
const looksLikeTile = (bytes: Uint8Array): boolean => bytes.length === 0 || bytes[0] === 0x1a;

async function checkTile(archive: PMTiles, header: Header, entry: Entry): Promise<void> {
  const at = header.tileDataOffset + entry.offset;
  const { data } = await archive.source.getBytes(at, entry.length);
  const tile = await archive.decompress(data, header.tileCompression);
  require(looksLikeTile(new Uint8Array(tile)), 'tile');
}

async function leafEntries(archive: PMTiles, header: Header, leaf: Entry): Promise<Entry[]> {
  const at = header.leafDirectoryOffset + leaf.offset;
  const entries = await archive.cache.getDirectory(archive.source, at, leaf.length, header);
  checkEntries(entries, header);
  return entries;
}

/** Walks the directory as far as a neighbourhood's goes and opens a few tiles of it. */
export async function checkContents(archive: PMTiles, header: Header): Promise<void> {
  const { rootDirectoryOffset, rootDirectoryLength } = header;
  const { cache, source } = archive;
  const root = await cache.getDirectory(source, rootDirectoryOffset, rootDirectoryLength, header);
  require(root.length > 0, 'empty');
  checkEntries(root, header);
  const tiles = root.filter(({ runLength }) => runLength > 0);
  const leaves = root.filter(({ runLength }) => runLength === 0);
  for (const leaf of spread(leaves, leavesChecked)) {
    const inside = await leafEntries(archive, header, leaf);
    tiles.push(...inside.filter(({ runLength }) => runLength > 0).slice(0, 2));
  }
  require(tiles.length > 0, 'no tiles');
  for (const tile of spread(tiles, tilesChecked)) await checkTile(archive, header, tile);
}
