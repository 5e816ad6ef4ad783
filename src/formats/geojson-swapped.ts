import { isJsonObject } from '#base/json.ts';
import type { RawFeature } from './geojson.ts';
import { isInUk } from './uk-box.ts';

/** The first position of a shape, however deep its lists go. */
function firstPosition(geometry: unknown): readonly [number, number] | undefined {
  let at: unknown = isJsonObject(geometry) ? geometry['coordinates'] : undefined;
  while (Array.isArray(at) && Array.isArray(at[0])) at = at[0];
  const [first, second] = Array.isArray(at) ? at.map(Number) : [];
  return first === undefined || second === undefined ? undefined : [first, second];
}

/** True where most of a file lies in this country only if latitude is taken to come first. */
export function looksSwapped(features: readonly RawFeature[]): boolean {
  const positions = features
    .map(({ geometry }) => firstPosition(geometry))
    .filter((position) => position !== undefined);
  const asTold = positions.filter(([lon, lat]) => isInUk(lon, lat)).length;
  const asSwapped = positions.filter(([lat, lon]) => isInUk(lon, lat)).length;
  return asSwapped > asTold && asSwapped * 2 >= positions.length;
}
