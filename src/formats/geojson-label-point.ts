import type { Position } from '#domain/place/location.ts';

type Ring = readonly Position[];

/** Where a line of this latitude crosses the outline, west to east. */
function crossings(rings: readonly Ring[], lat: number): number[] {
  const lons: number[] = [];
  for (const ring of rings) {
    for (let at = 1; at < ring.length; at += 1) {
      const [fromLon, fromLat] = ring[at - 1] ?? [0, 0];
      const [toLon, toLat] = ring[at] ?? [0, 0];
      if (fromLat > lat === toLat > lat) continue;
      lons.push(fromLon + ((lat - fromLat) / (toLat - fromLat)) * (toLon - fromLon));
    }
  }
  return lons.sort((a, b) => a - b);
}

interface Span {
  readonly width: number;
  readonly point: Position;
}

function widestSpan(rings: readonly Ring[], lat: number): Span | undefined {
  const lons = crossings(rings, lat);
  let best: Span | undefined;
  for (let at = 1; at < lons.length; at += 2) {
    const west = lons[at - 1] ?? 0;
    const east = lons[at] ?? 0;
    if (!best || east - west > best.width)
      best = { width: east - west, point: [(west + east) / 2, lat] };
  }
  return best;
}

/** Tried in this order: the middle first, where a label is looked for. */
const heights = [0.5, 0.35, 0.65, 0.2, 0.8];

/** A point inside the area, out of its holes, in its widest part; undefined where it has no inside. */
export function pointInside(rings: readonly Ring[]): Position | undefined {
  const lats = (rings[0] ?? []).map(([, lat]) => lat);
  const south = lats.reduce((a, b) => Math.min(a, b), 90);
  const north = lats.reduce((a, b) => Math.max(a, b), -90);
  const spans = heights
    .map((height) => widestSpan(rings, south + (north - south) * height))
    .filter((span) => span !== undefined);
  const best = spans.find(({ width }) => width > 1e-5) ?? spans.find(({ width }) => width > 0);
  return best?.point;
}

const length = ([aLon, aLat]: Position, [bLon, bLat]: Position): number =>
  Math.hypot((bLon - aLon) * Math.cos((aLat * Math.PI) / 180), bLat - aLat);

export const lineLength = (line: Ring): number =>
  line.reduce((sum, point, at) => (at === 0 ? 0 : sum + length(line[at - 1] ?? point, point)), 0);

/** The point half-way along a line. */
export function pointAlong(line: Ring): Position {
  let left = lineLength(line) / 2;
  for (let at = 1; at < line.length; at += 1) {
    const from = line[at - 1] ?? [0, 0];
    const to = line[at] ?? [0, 0];
    const step = length(from, to);
    if (step > 0 && step >= left) {
      const part = left / step;
      return [from[0] + (to[0] - from[0]) * part, from[1] + (to[1] - from[1]) * part];
    }
    left -= step;
  }
  return line[0] ?? [0, 0];
}

/** Twice the area in degrees: enough to tell which of two is the larger. */
export const ringSize = (ring: Ring): number =>
  Math.abs(
    ring.reduce((sum, [lon, lat], at) => {
      const [nextLon, nextLat] = ring[at + 1] ?? [lon, lat];
      return sum + lon * nextLat - nextLon * lat;
    }, 0),
  );
