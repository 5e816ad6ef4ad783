import { metresBetween } from '#domain/place/distance.ts';
import type { MapPoint } from '#search/query.ts';
import type { LookAlike } from './checked-file.ts';

interface Spot extends LookAlike {
  readonly lon: number;
  readonly lat: number;
}

const nearM = 75;

const plainName = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]+/gu, '')
    .toLowerCase();

/** Things that bear the name of something in the book within 75 metres, under another id. */
export function lookAlikesOf(
  spots: readonly Spot[],
  points: readonly MapPoint[],
): readonly LookAlike[] {
  const held = new Map<string, MapPoint[]>();
  for (const point of points) {
    const name = plainName(point.name);
    if (name) held.set(name, [...(held.get(name) ?? []), point]);
  }
  return spots
    .filter((spot) =>
      (held.get(plainName(spot.name)) ?? []).some(
        (point) => point.id !== spot.id && metresBetween(spot, point) <= nearM,
      ),
    )
    .map(({ id, name }) => ({ id, name }));
}
