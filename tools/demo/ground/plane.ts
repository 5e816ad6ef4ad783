import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import type { Metres } from './metres.ts';

/** Metres from a spot to the straight piece between a and b. */
function toPiece([x, y]: Metres, [ax, ay]: Metres, [bx, by]: Metres): number {
  const [dx, dy] = [bx - ax, by - ay];
  const length = dx * dx + dy * dy;
  const share =
    length === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length));
  return Math.hypot(x - ax - dx * share, y - ay - dy * share);
}

/** Metres from a spot to the nearest place on a line. */
export const toLine = (spot: Metres, line: readonly Metres[]): number =>
  Math.min(...line.slice(1).map((b, n) => toPiece(spot, line[n] ?? b, b)));

export const liesIn = (spot: Metres, ring: readonly Metres[]): boolean => {
  const [first = [0, 0]] = ring;
  const closed = [...ring, first].map((corner) => [...corner]);
  return booleanPointInPolygon([...spot], { type: 'Polygon', coordinates: [closed] });
};

/** A place along a line, and which way the line goes there. */
export interface Along {
  readonly at: Metres;
  /** Of length 1. */
  readonly ahead: Metres;
}

/** Places every `step` metres along a line, from `start` metres on. */
export function stepsAlong(line: readonly Metres[], start: number, step: number): readonly Along[] {
  const found: Along[] = [];
  let next = start;
  let gone = 0;
  line.slice(1).forEach((b, n) => {
    const a = line[n] ?? b;
    const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
    const ahead: Metres = [(b[0] - a[0]) / length, (b[1] - a[1]) / length];
    for (; next <= gone + length; next += step) {
      const far = next - gone;
      found.push({ at: [a[0] + ahead[0] * far, a[1] + ahead[1] * far], ahead });
    }
    gone += length;
  });
  return found;
}

/** Four corners round a middle: `wide` along the street, `deep` away from it. */
export function cornersOf(
  [x, y]: Metres,
  [ax, ay]: Metres,
  [wide, deep]: readonly [wide: number, deep: number],
): readonly Metres[] {
  const corner = (along: number, aside: number): Metres => [
    x + (ax * along * wide) / 2 - (ay * aside * deep) / 2,
    y + (ay * along * wide) / 2 + (ax * aside * deep) / 2,
  ];
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}
