import * as v from 'valibot';
import { utf8Text } from '#base/bytes.ts';
import type { Json } from '#base/json.ts';
import { createNearestHome } from './nearest-home.ts';
import { createPlaceSearch } from './place-search.ts';
import { placesSchema } from './places.ts';
import { readPart } from './read-part.ts';
import { DamagedPack } from './unpack.ts';

function readPlaces(bytes: ArrayBuffer) {
  const text = utf8Text(new Uint8Array(bytes)) ?? '';
  let told: Json;
  try {
    told = JSON.parse(text) as Json;
  } catch {
    throw new DamagedPack('no table of places');
  }
  const read = v.safeParse(placesSchema, told);
  if (!read.success) throw new DamagedPack('no table of places');
  return { ...createPlaceSearch(read.output), ...createNearestHome(read.output) };
}

export type PlaceTable = ReturnType<typeof readPlaces>;

/** A pack's streets and addresses, ready to be asked; undefined where the part is damaged. */
export const placeTableOf = (part: Blob): Promise<PlaceTable | undefined> =>
  readPart(part, readPlaces);
