import type { Position } from 'geojson';

export type Ring = readonly Position[];

/** Twice the area with its sign: positive for a ring that runs against the clock. */
export function signedArea(ring: Ring): number {
  let sum = 0;
  for (let n = 1; n < ring.length; n += 1) {
    const [ax = 0, ay = 0] = ring[n - 1] ?? [];
    const [bx = 0, by = 0] = ring[n] ?? [];
    sum += ax * by - bx * ay;
  }
  return sum;
}

/** Even-odd rule (Shimrat 1962); what lies on the line itself may count as in or out. */
export function isInside([x = 0, y = 0]: Position, ring: Ring): boolean {
  let inside = false;
  for (let n = 1; n < ring.length; n += 1) {
    const [ax = 0, ay = 0] = ring[n - 1] ?? [];
    const [bx = 0, by = 0] = ring[n] ?? [];
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

const votersMax = 60;

/** Most corners and middles of sides are inside: two rings may touch, or share a side. */
export function liesIn(inner: Ring, outer: Ring): boolean {
  const step = Math.ceil(inner.length / votersMax);
  let votes = 0;
  for (let n = 1; n < inner.length; n += step) {
    const [ax = 0, ay = 0] = inner[n - 1] ?? [];
    const [bx = 0, by = 0] = inner[n] ?? [];
    votes += isInside([ax, ay], outer) ? 1 : -1;
    votes += isInside([(ax + bx) / 2, (ay + by) / 2], outer) ? 1 : -1;
  }
  return votes > 0;
}
