import { type Away, awayOnFoot, orderOf } from '#domain/place/away.ts';
import { metresBetween } from '#domain/place/distance.ts';
import type { Point } from './query.ts';

/** Where one can walk. Metres on foot from `start`; undefined where no path is known. */
export interface Ground {
  from(start: Point): (end: Point) => number | undefined;
}

/** Distances from the point last asked about, worked out once per slot. */
export function createDistances(placeOf: (slot: number) => Point | undefined) {
  let ground: Ground | undefined;
  let from: Point | undefined;
  let walk: ReturnType<Ground['from']> | undefined;
  let known: (Away | 'nowhere' | undefined)[] = [];

  const fresh = (point: Point) => {
    known = [];
    from = point;
    walk = ground?.from(point);
  };

  const measured = (point: Point, place: Point | undefined): Away | 'nowhere' => {
    const line = place ? metresBetween(point, place) : Number.NaN;
    if (!place || Number.isNaN(line)) return 'nowhere';
    const onFoot = walk?.(place);
    return onFoot === undefined ? { metres: line } : awayOnFoot(onFoot);
  };
  const startAt = (point: Point) => {
    if (from?.lon !== point.lon || from.lat !== point.lat) fresh(point);
  };

  return {
    /** By slot how far it is; undefined without a place. */
    from(point: Point): (slot: number) => Away | undefined {
      startAt(point);
      return (slot) => {
        const away = known[slot] ?? measured(point, placeOf(slot));
        known[slot] = away;
        return away === 'nowhere' ? undefined : away;
      };
    },
    /** To a place that need not be in the register. */
    between(point: Point, place: Point): Away | undefined {
      startAt(point);
      const away = measured(point, place);
      return away === 'nowhere' ? undefined : away;
    },
    /** The thing in that slot is another one or has moved. */
    forget(slot: number): void {
      if (slot in known) known[slot] = undefined;
    },
    learn(learnt: Ground | undefined): void {
      ground = learnt;
      from = undefined;
    },
  };
}

/** A place in the order of nearness: the further the larger, last of all what has no place. */
export const nearness =
  (away: (slot: number) => Away | undefined) =>
  (slot: number): number => {
    const known = away(slot);
    return known ? orderOf(known) : Number.POSITIVE_INFINITY;
  };
