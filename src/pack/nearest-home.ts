import { around } from 'geokdbush';
import KDBush from 'kdbush';
import { metresBetween } from '#domain/place/distance.ts';
import type { PlaceHit } from './place-hit.ts';
import { nameOf } from './place-search.ts';
import type { Places } from './places.ts';
import type { Spot } from './walks.ts';

/** Further off, the nearest address says nothing about where somebody stands. */
const farthestKm = 0.06;

/** Which address somebody stands at: the table the other way round. */
export function createNearestHome({ streets, groups }: Places) {
  const homes = groups.flatMap((group) => group.homes.map((home) => ({ group, home })));
  const index = new KDBush(homes.length);
  for (const { home } of homes) index.add(home[1] / 1e6, home[2] / 1e6);
  index.finish();

  return {
    /** The nearest address within 60 m and how many metres it is away. */
    at(spot: Spot, language: string): { hit: PlaceHit; metres: number } | undefined {
      if (homes.length === 0) return undefined;
      const [n] = around(index, spot.lon, spot.lat, 1, farthestKm);
      const found = n === undefined ? undefined : homes[n];
      if (!found) return undefined;
      const { group, home } = found;
      const [number, lon, lat] = [home[0], home[1] / 1e6, home[2] / 1e6];
      const street = group.street === undefined ? undefined : streets[group.street];
      const name = street ? nameOf(street.names, language) : (group.place ?? '');
      const postcode = group.postcode ? { postcode: group.postcode } : {};
      const hit: PlaceHit = { what: 'home', name, number, ...postcode, lon, lat };
      return { hit, metres: metresBetween(spot, hit) };
    },
  };
}
