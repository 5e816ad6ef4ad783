import * as v from 'valibot';
import type { Json } from '#base/json.ts';
import { packFileName } from '#base/pack-file-name.ts';
import { packBytesMax } from './limits.ts';
import { plainWords } from './pack-words.ts';

/** A pack a hub has to give, as its list tells (`/api/packs`). */
export interface PackOffer {
  readonly file: string;
  readonly name: string;
  readonly bytes: number;
  /** Day of the map data. */
  readonly day?: string;
}

const degrees = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const offer = v.object({
  file: v.pipe(v.string(), v.regex(packFileName)),
  name: v.pipe(v.string(), v.maxLength(200)),
  bytes: v.pipe(v.number(), v.safeInteger(), v.minValue(127), v.maxValue(packBytesMax)),
  bounds: v.tuple([degrees, degrees, degrees, degrees]),
  day: v.optional(v.pipe(v.string(), v.isoDate())),
});
const most = 200;

/** What can be taken from a hub's list; lines that are no offer are left out. */
export function packOffersIn(told: Json): readonly PackOffer[] {
  if (!Array.isArray(told)) return [];
  return (told as readonly Json[]).slice(0, most).flatMap((line) => {
    const read = v.safeParse(offer, line);
    if (!read.success) return [];
    const { file, name, bytes, day } = read.output;
    return [{ file, name: plainWords(name, 80) || file, bytes, ...(day && { day }) }];
  });
}
