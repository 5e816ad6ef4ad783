import type { Point } from './query.ts';

const earthRadiusM = 6_371_008.8;
const radians = Math.PI / 180;

/** Metres along the great circle (haversine). */
export function straightLine(from: Point, to: Point): number {
  const sinLat = Math.sin(((to.lat - from.lat) * radians) / 2);
  const sinLon = Math.sin(((to.lon - from.lon) * radians) / 2);
  const square =
    sinLat * sinLat + Math.cos(from.lat * radians) * Math.cos(to.lat * radians) * sinLon * sinLon;
  return 2 * earthRadiusM * Math.asin(Math.min(1, Math.sqrt(square)));
}

/** Distances from the point last asked about, worked out once per slot. */
export function createDistances(placeOf: (slot: number) => Point | undefined) {
  let from: Point | undefined;
  let known = new Float64Array(0);

  const fresh = (slots: number) => {
    known = new Float64Array(slots * 2).fill(Number.NaN);
  };

  return {
    /** Metres by slot, Infinity without a place. `slots`: how many there are, taken or not. */
    from(point: Point, slots: number): (slot: number) => number {
      if (from?.lon !== point.lon || from.lat !== point.lat || known.length < slots) fresh(slots);
      from = point;
      return (slot) => {
        const before = known[slot] ?? Number.NaN;
        if (!Number.isNaN(before)) return before;
        const place = placeOf(slot);
        const line = place ? straightLine(point, place) : Number.NaN;
        const metres = Number.isNaN(line) ? Number.POSITIVE_INFINITY : line;
        known[slot] = metres;
        return metres;
      };
    },
    /** The thing in that slot is another one or has moved. */
    forget(slot: number): void {
      if (slot < known.length) known[slot] = Number.NaN;
    },
  };
}
