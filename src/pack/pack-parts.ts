import type { Header } from 'pmtiles';
import * as v from 'valibot';
import type { Json } from '#base/json.ts';
import { partBytesMax } from './limits.ts';
import { DamagedPack } from './unpack.ts';

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const told = v.object({
  /** Counted from the end of the tiles. */
  at: count,
  bytes: v.pipe(count, v.maxValue(partBytesMax)),
});
const words = v.object({
  v: v.literal(1),
  day: v.optional(v.pipe(v.string(), v.isoDate())),
  parts: v.object({ places: v.optional(told), graph: v.optional(told) }),
});

/** What a pack's metadata say under `patchbook`. */
export type WrittenGround = v.InferOutput<typeof words>;

/** Where a part lies in the file, packed. */
export interface Span {
  readonly offset: number;
  readonly bytes: number;
}

export interface PackParts {
  readonly places?: Span;
  readonly graph?: Span;
}

export interface Ground {
  /** Day of the map data, `2026-08-22`. */
  readonly day?: string;
  readonly parts?: PackParts;
}

/**
 * What a neighbourhood's pack holds besides tiles (docs/decisions/0016-neighbourhood-pack.md);
 * nothing for a pack that has no more, or whose parts are of a later make. Throws DamagedPack where
 * a part is said to lie outside the file.
 */
export function groundIn(metadata: Json, header: Header, size: number): Ground {
  const read = v.safeParse(v.object({ patchbook: words }), metadata);
  if (!read.success) return {};
  const { day, parts } = read.output.patchbook;
  const end = header.tileDataOffset + (header.tileDataLength ?? 0);
  const spanOf = (part: v.InferOutput<typeof told> | undefined): Span | undefined => {
    if (!part) return undefined;
    if (end + part.at + part.bytes > size) throw new DamagedPack('a part outside the file');
    return { offset: end + part.at, bytes: part.bytes };
  };
  const [places, graph] = [spanOf(parts.places), spanOf(parts.graph)];
  return {
    ...(day && { day }),
    parts: { ...(places && { places }), ...(graph && { graph }) },
  };
}
