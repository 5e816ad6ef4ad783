import { type Header, type PMTiles, TileType } from 'pmtiles';
import { isJsonObject, type Json } from '#base/json.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { checkContents, checkHeader } from './check-archive.ts';
import { metadataBytesMax, packBytesMax, readPackMs } from './limits.ts';
import { openPackArchive } from './pack-archive.ts';
import { packId } from './pack-id.ts';
import { type Ground, groundIn } from './pack-parts.ts';
import { defaultAttribution, layerIds, nameFromFile, plainWords } from './pack-words.ts';
import { limitedUnpack } from './unpack.ts';

/** What a pack says of itself, once it has been checked. */
export interface PackFacts extends Ground {
  /** The same for the same file: keeping it twice keeps it once. */
  readonly id: string;
  readonly name: string;
  readonly bytes: number;
  /** Degrees, WGS 84. */
  readonly bounds: readonly [west: number, south: number, east: number, north: number];
  readonly minZoom: number;
  readonly maxZoom: number;
  /** Plain words, never empty. */
  readonly attribution: string;
  readonly tileType: 'mvt';
  /** What it carries besides tiles, where it is one of ours. */
}

export type PackFailure = Failure<
  'not-a-pack' | 'pack-not-vector' | 'pack-damaged' | 'pack-too-big'
>;

const magic = 'PMTiles';
const headerBytes = 127;
/** The words Ordnance Survey asks for beside a map of OpenStreetMap are 270 letters. */
const attributionLettersMax = 400;

/** Layers our styles draw (Protomaps basemap 4); a pack with none of them would be a blank sheet. */
const drawnLayers = ['earth', 'roads', 'water', 'buildings', 'landuse', 'places'];

/** The version its first bytes tell, or undefined where they are not a pack's. */
async function toldVersion(blob: Blob): Promise<number | undefined> {
  const start = new Uint8Array(await blob.slice(0, magic.length + 1).arrayBuffer());
  const isPack = new TextDecoder().decode(start.subarray(0, magic.length)) === magic;
  return isPack ? (start[magic.length] ?? 0) : undefined;
}

async function metadataOf(archive: PMTiles, header: Header): Promise<Json> {
  const { jsonMetadataOffset, jsonMetadataLength, internalCompression } = header;
  if (jsonMetadataLength === 0) return {};
  const { data } = await archive.source.getBytes(jsonMetadataOffset, jsonMetadataLength);
  const bytes = await limitedUnpack(metadataBytesMax)(data, internalCompression);
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as Json;
}

/** Pictures, or vectors of another scheme or packing: sound perhaps, but nothing we can draw. */
const isDrawable = (header: Header, metadata: Json): boolean =>
  header.tileType === TileType.Mvt &&
  header.tileCompression <= 2 &&
  (layerIds(metadata)?.some((id) => drawnLayers.includes(id)) ?? true);

async function factsOf(blob: Blob, fileName: string): Promise<Result<PackFacts, PackFailure>> {
  const archive = openPackArchive(blob, fileName);
  const header = await archive.getHeader();
  checkHeader(header, blob.size);
  if (header.tileType !== TileType.Mvt) return fail('pack-not-vector');
  const metadata = await metadataOf(archive, header);
  if (!isDrawable(header, metadata)) return fail('pack-not-vector');
  await checkContents(archive, header);
  const told = isJsonObject(metadata) ? metadata : {};
  return ok({
    id: await packId(blob),
    name: plainWords(told['name'], 80) || nameFromFile(fileName),
    bytes: blob.size,
    bounds: [header.minLon, header.minLat, header.maxLon, header.maxLat],
    minZoom: header.minZoom,
    maxZoom: header.maxZoom,
    attribution: plainWords(told['attribution'], attributionLettersMax) || defaultAttribution,
    tileType: 'mvt',
    ...groundIn(metadata, header, blob.size),
  });
}

async function checked(blob: Blob, fileName: string): Promise<Result<PackFacts, PackFailure>> {
  try {
    const version = await toldVersion(blob);
    if (version === undefined) return fail('not-a-pack');
    if (blob.size < headerBytes) return fail('pack-damaged');
    if (version !== 3) return fail('pack-not-vector');
    return await factsOf(blob, fileName);
  } catch {
    // What reads the file for us throws all kinds of errors, none of which tells more than this.
    return fail('pack-damaged');
  }
}

/**
 * What is in a `.pmtiles` file, or why it is of no use. Every byte is a stranger's: reads, unpacked
 * sizes and time have limits, nothing is believed before it is checked, nothing is kept.
 */
export async function readPack(
  blob: Blob,
  fileName: string,
): Promise<Result<PackFacts, PackFailure>> {
  if (blob.size > packBytesMax) return fail('pack-too-big');
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<Result<never, PackFailure>>((resolve) => {
    timer = setTimeout(() => resolve(fail('pack-damaged')), readPackMs);
  });
  const result = await Promise.race([checked(blob, fileName), tooLate]);
  clearTimeout(timer);
  return result;
}
