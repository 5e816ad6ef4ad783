import { type Bounds, boundsOf, metresFrom, type Spot } from '#map/spot.ts';

export interface OutlineDrawing {
  /** Side of the square it is drawn in. */
  readonly side: number;
  readonly area: {
    readonly x: number;
    readonly y: number;
    readonly width: number;
    readonly height: number;
  };
  readonly centre: readonly [x: number, y: number] | undefined;
  readonly things: readonly (readonly [x: number, y: number])[];
}

const side = 100;
const edge = 6;
/** Dots beyond this many say no more. */
const thingsMax = 400;

/** The pack's area, north up and true to scale, with the register's centre and things on it. */
export function outlineOf(
  bounds: Bounds,
  centre: Spot | undefined,
  things: readonly Spot[],
): OutlineDrawing {
  const [west, south, east, north] = bounds;
  const corners = [
    { lon: west, lat: south },
    { lon: east, lat: north },
  ];
  const [w, s, e, n] = boundsOf(centre ? [...corners, centre] : corners) ?? bounds;
  const start: Spot = { lon: w, lat: n };
  const whole = metresFrom(start, { lon: e, lat: s });
  const scale = (side - 2 * edge) / Math.max(whole.east, -whole.north, 1);
  const marginX = (side - whole.east * scale) / 2;
  const marginY = (side + whole.north * scale) / 2;
  const place = (spot: Spot): readonly [number, number] => {
    const { east: right, north: up } = metresFrom(start, spot);
    return [marginX + right * scale, marginY - up * scale];
  };
  const [x, y] = place({ lon: west, lat: north });
  const [right, bottom] = place({ lon: east, lat: south });
  return {
    side,
    area: { x, y, width: right - x, height: bottom - y },
    centre: centre && place(centre),
    things: things.slice(0, thingsMax).map(place),
  };
}
