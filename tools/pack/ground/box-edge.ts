import type { Position } from 'geojson';
import type { Box } from '../box.ts';

/** Corners clockwise from the north-west. */
export const corners = ([west, south, east, north]: Box): readonly Position[] => [
  [west, north],
  [east, north],
  [east, south],
  [west, south],
];

/**
 * How far along the box's edge a point on it lies, clockwise: 0 in the north-west, 1 in the
 * north-east, to 4. Undefined for a point that is not on the edge.
 */
export function edgePlace(
  [x = 0, y = 0]: Position,
  [west, south, east, north]: Box,
): number | undefined {
  if (y === north) return (x - west) / (east - west);
  if (x === east) return 1 + (north - y) / (north - south);
  if (y === south) return 2 + (east - x) / (east - west);
  if (x === west) return (3 + (y - south) / (north - south)) % 4;
  return undefined;
}

/** The corners passed on the way clockwise from one place of the edge to another. */
export function cornersBetween(from: number, to: number, box: Box): readonly Position[] {
  const end = to >= from ? to : to + 4;
  const all = corners(box);
  const passed: Position[] = [];
  for (let n = Math.floor(from) + 1; n < end; n += 1) passed.push([...(all[n % 4] ?? [])]);
  return passed;
}

/** The point of the edge that is nearest to a point inside. */
export function nearestOnEdge([x = 0, y = 0]: Position, [west, south, east, north]: Box): Position {
  const squash = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const ways: readonly (readonly [far: number, at: Position])[] = [
    [(x - west) * squash, [west, y]],
    [(east - x) * squash, [east, y]],
    [y - south, [x, south]],
    [north - y, [x, north]],
  ];
  return [...ways].sort((a, b) => a[0] - b[0])[0]?.[1] ?? [x, y];
}
