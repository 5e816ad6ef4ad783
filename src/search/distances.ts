import { metresBetween } from '#domain/place/distance.ts';
import type { Point } from './query.ts';

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
        const line = place ? metresBetween(point, place) : Number.NaN;
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
