import { Compression, type Header, type PMTiles } from 'pmtiles';
import * as v from 'valibot';
import type { Json } from '#base/json.ts';
import { partBytesMax, unpackedPartBytesMax } from './limits.ts';
import { DamagedPack, limitedUnpack } from './unpack.ts';

/**
 * What a neighbourhood's pack carries besides tiles. To anyone else it is a plain PMTiles archive:
 * the parts lie behind its tiles, each gzipped, and its metadata say where. See
 * docs/decisions/0016-neighbourhood-pack.md.
 */
export type PartName = 'places' | 'graph';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const span = v.object({
  /** Bytes behind the end of the tiles. */
  at: count,
  bytes: v.pipe(count, v.maxValue(partBytesMax)),
});
const ground = v.object({
  v: v.literal(1),
  /** Day of the map data, `2026-08-22`. */
  day: v.optional(v.pipe(v.string(), v.isoDate())),
  parts: v.object({ places: v.optional(span), graph: v.optional(span) }),
});

export type Ground = v.InferOutput<typeof ground>;

/** What the metadata say of parts; undefined for a pack that has none or of a later make. */
export function groundIn(metadata: Json): Ground | undefined {
  const told = v.safeParse(v.object({ patchbook: ground }), metadata);
  return told.success ? told.output.patchbook : undefined;
}

const endOfTiles = (header: Header): number => header.tileDataOffset + (header.tileDataLength ?? 0);

/** Throws DamagedPack where a part does not lie in a file of `size` bytes. */
export function checkParts({ parts }: Ground, header: Header, size: number): void {
  for (const part of [parts.places, parts.graph])
    if (part && endOfTiles(header) + part.at + part.bytes > size) throw new DamagedPack('a part');
}

/** The unpacked bytes of a part. Throws DamagedPack where they are not in the file or too many. */
export async function partBytes(
  { source }: PMTiles,
  header: Header,
  { at, bytes }: NonNullable<Ground['parts'][PartName]>,
): Promise<ArrayBuffer> {
  const { data } = await source.getBytes(endOfTiles(header) + at, bytes);
  if (data.byteLength !== bytes) throw new DamagedPack('a part is cut off');
  return limitedUnpack(unpackedPartBytesMax)(data, Compression.Gzip);
}
