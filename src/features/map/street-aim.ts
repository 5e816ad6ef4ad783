import type { MapAim } from '#map/camera.ts';
import { grown, metresFrom, type Spot } from '#map/spot.ts';

/** Nothing further away than this is worth leaving the street for: about an hour's walk. */
const farMost = 4000;
/** Things this near come along, however near the nearest is. */
const besideM = 250;
/** A street and its houses, whatever else is near. */
const streetM = 90;

/**
 * Where to look once a street was chosen: at the street in the middle, from as far as shows the
 * nearest of these things and what is hardly further. An empty map would say nothing is there.
 */
export function streetAim(street: Spot, near: readonly Spot[]): MapAim {
  const away = near
    .map((thing) => metresFrom(street, thing))
    .map(({ east, north }) => ({ metres: Math.hypot(east, north), east, north }))
    .filter(({ metres }) => metres <= farMost)
    .sort((a, b) => a.metres - b.metres);
  const enough = Math.max(besideM, (away[0]?.metres ?? 0) * 1.5);
  const seen = away.filter(({ metres }) => metres <= enough);
  const reach = seen.flatMap(({ east, north }) => [Math.abs(east), Math.abs(north)]);
  const { lon, lat } = street;
  return { bounds: grown([lon, lat, lon, lat], Math.max(streetM, ...reach)) };
}
