import distance from '@turf/distance';

interface Spot {
  readonly lon: number;
  readonly lat: number;
}

/** Metres along the great circle; a straight line, never a walk. */
export const metresBetween = (from: Spot, to: Spot): number =>
  distance([from.lon, from.lat], [to.lon, to.lat], { units: 'meters' });
