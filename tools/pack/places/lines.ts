import { type Box, metresInDegrees } from '../box.ts';

export type Spot = readonly [lon: number, lat: number];
export type Line = readonly Spot[];

/** Metres between two places near to each other, as on a plane: 0.1 % off over a neighbourhood. */
export function metresApart([lonA, latA]: Spot, [lonB, latB]: Spot): number {
  const degree = metresInDegrees((latA + latB) / 2);
  return Math.hypot((lonB - lonA) * degree.lon, (latB - latA) * degree.lat);
}

/** The place between a and b that is nearest to `spot`. */
function nearestBetween(spot: Spot, a: Spot, b: Spot): Spot {
  const degree = metresInDegrees(spot[1]);
  const [dx, dy] = [(b[0] - a[0]) * degree.lon, (b[1] - a[1]) * degree.lat];
  const [px, py] = [(spot[0] - a[0]) * degree.lon, (spot[1] - a[1]) * degree.lat];
  const length = dx * dx + dy * dy;
  const share = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length));
  return [a[0] + (b[0] - a[0]) * share, a[1] + (b[1] - a[1]) * share];
}

/** The place on these lines that is nearest to `spot`, and how far that is in metres. */
export function nearestOn(spot: Spot, lines: readonly Line[]): { at: Spot; metres: number } {
  let best: { at: Spot; metres: number } = { at: spot, metres: Number.POSITIVE_INFINITY };
  for (const line of lines)
    for (let n = 0; n < line.length; n += 1) {
      const b = line[n] ?? spot;
      const at = nearestBetween(spot, line[n - 1] ?? b, b);
      const metres = metresApart(spot, at);
      if (metres < best.metres) best = { at, metres };
    }
  return best;
}

/** The box around these lines, which hold at least one place. */
export function boxAround(lines: readonly Line[]): Box {
  let box: Box = [180, 90, -180, -90];
  for (const [lon, lat] of lines.flat())
    box = [
      Math.min(box[0], lon),
      Math.min(box[1], lat),
      Math.max(box[2], lon),
      Math.max(box[3], lat),
    ];
  return box;
}

/** Metres from a place to a box; 0 inside of it. */
export function metresToBox([lon, lat]: Spot, [west, south, east, north]: Box): number {
  const nearest: Spot = [
    Math.min(east, Math.max(west, lon)),
    Math.min(north, Math.max(south, lat)),
  ];
  return metresApart([lon, lat], nearest);
}

/** At most so far apart, measured from corner to line, both ways; boxes first, because it is quick. */
export function areWithin(metres: number, a: readonly Line[], b: readonly Line[]): boolean {
  const [boxA, boxB] = [boxAround(a), boxAround(b)];
  const degree = metresInDegrees(boxA[1]);
  const [lon, lat] = [metres / degree.lon, metres / degree.lat];
  if (boxA[0] - lon > boxB[2] || boxB[0] - lon > boxA[2]) return false;
  if (boxA[1] - lat > boxB[3] || boxB[1] - lat > boxA[3]) return false;
  const reaches = (from: readonly Line[], to: readonly Line[]): boolean =>
    from.flat().some((spot) => nearestOn(spot, to).metres <= metres);
  return reaches(a, b) || reaches(b, a);
}
