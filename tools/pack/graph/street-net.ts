import { type Box, holds } from '../box.ts';
import type { Gathered } from '../gather.ts';
import { metresApart, type Spot } from '../places/lines.ts';
import { isOpenOnFoot } from './open-on-foot.ts';

/** Nodes of the map and the straight pieces between them that can be walked. */
export interface StreetNet {
  /** Neighbours of each node. */
  readonly next: ReadonlyMap<number, readonly number[]>;
}

function connect(next: Map<number, number[]>, a: number, b: number): void {
  const there = next.get(a);
  if (!there) next.set(a, [b]);
  else if (!there.includes(b)) there.push(b);
}

/** So many metres of paths are a quarter with streets of its own, and no island. */
const quarterMetres = 2_000;

/** What can be walked in the box; pieces that leave it are left out. */
export function streetNet({ ways, nodes }: Gathered, box: Box): StreetNet {
  const next = new Map<number, number[]>();
  const isIn = (id: number): boolean => {
    const at = nodes.at(id);
    return at !== undefined && holds(box, at[0] / 1e7, at[1] / 1e7);
  };
  for (const { refs, tags } of ways.values()) {
    if (!isOpenOnFoot(tags)) continue;
    for (let n = 1; n < refs.length; n += 1) {
      const [a = 0, b = 0] = [refs[n - 1], refs[n]];
      if (a === b || !isIn(a) || !isIn(b)) continue;
      connect(next, a, b);
      connect(next, b, a);
    }
  }
  const placeOf = (id: number): Spot => {
    const [lon, lat] = nodes.at(id) ?? [0, 0];
    return [lon / 1e7, lat / 1e7];
  };
  return { next: partsWorthWalking(next, placeOf) };
}

function partFrom(start: number, next: ReadonlyMap<number, readonly number[]>, seen: Set<number>) {
  const part = [start];
  seen.add(start);
  for (let n = 0; n < part.length; n += 1) {
    for (const neighbour of next.get(part[n] ?? 0) ?? []) {
      if (seen.has(neighbour)) continue;
      seen.add(neighbour);
      part.push(neighbour);
    }
  }
  return part;
}

/**
 * Small islands of paths would take in people who can get nowhere from them. A whole quarter on the
 * other bank stays, though no bridge is near: without it, its people would start from this bank.
 */
function partsWorthWalking(
  next: ReadonlyMap<number, readonly number[]>,
  placeOf: (id: number) => Spot,
) {
  const seen = new Set<number>();
  const metresIn = (part: readonly number[]): number =>
    part.reduce((sum, id) => sum + metresFrom(id, next.get(id) ?? [], placeOf) / 2, 0);
  const parts: { readonly ids: readonly number[]; readonly metres: number }[] = [];
  for (const start of next.keys()) {
    if (seen.has(start)) continue;
    const ids = partFrom(start, next, seen);
    parts.push({ ids, metres: metresIn(ids) });
  }
  const longest = parts.reduce((most, { metres }) => Math.max(most, metres), 0);
  const kept = parts.filter(({ metres }) => metres === longest || metres >= quarterMetres);
  return new Map(kept.flatMap(({ ids }) => ids.map((id) => [id, next.get(id) ?? []] as const)));
}

const metresFrom = (id: number, others: readonly number[], placeOf: (id: number) => Spot): number =>
  others.reduce((sum, other) => sum + metresApart(placeOf(id), placeOf(other)), 0);
