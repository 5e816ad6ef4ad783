import { type Box, holds } from '../box.ts';
import type { Gathered } from '../gather.ts';
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
  return { next: largestPart(next) };
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

/** Islands of paths would take in people who can get nowhere from them. */
function largestPart(next: ReadonlyMap<number, readonly number[]>) {
  const seen = new Set<number>();
  let largest: readonly number[] = [];
  for (const start of next.keys()) {
    if (seen.has(start)) continue;
    const part = partFrom(start, next, seen);
    if (part.length > largest.length) largest = part;
  }
  return new Map(largest.map((id) => [id, next.get(id) ?? []]));
}
