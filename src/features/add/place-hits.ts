import type { PlaceHit } from '#pack/place-hit.ts';
import type { Spot } from './answers.ts';

/** Each street once and no door: what may be kept of somewhere that may be a home. */
export function withoutDoors(hits: readonly PlaceHit[]): readonly PlaceHit[] {
  const streets = hits.flatMap(({ what, name, lon, lat }): PlaceHit[] =>
    what === 'postcode' || name === '' ? [] : [{ what: 'street', name, lon, lat }],
  );
  return streets.filter(({ name }, n) => streets.findIndex((each) => each.name === name) === n);
}

/**
 * Where the thing then is. Nothing for a person, whose place is blurred before anything is looked
 * up: the street's name alone is kept.
 */
export function spotOfHit({ what, lon, lat }: PlaceHit, at: number): Spot {
  return { lon, lat, accuracyM: null, by: what === 'street' ? 'street-snap' : 'geocode', at };
}
