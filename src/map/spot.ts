/** A place on earth in degrees, WGS 84. */
export interface Spot {
  readonly lon: number;
  readonly lat: number;
}

export type Bounds = readonly [west: number, south: number, east: number, north: number];

const earthM = 40_075_016.686;
const metresPerDegree = earthM / 360;
const radians = Math.PI / 180;

/** Metres from one spot to another, east and north; flat, which is exact enough within 50 km. */
export function metresFrom(
  from: Spot,
  to: Spot,
): { readonly east: number; readonly north: number } {
  const squeeze = Math.cos(((from.lat + to.lat) / 2) * radians);
  return {
    east: (to.lon - from.lon) * metresPerDegree * squeeze,
    north: (to.lat - from.lat) * metresPerDegree,
  };
}

/** The spot so many metres east and north of another; never off the map of the world. */
export function movedBy(from: Spot, east: number, north: number): Spot {
  const lat = Math.max(-85, Math.min(85, from.lat + north / metresPerDegree));
  const lon = from.lon + east / (metresPerDegree * Math.cos(from.lat * radians));
  return { lon: Math.max(-180, Math.min(180, lon)), lat };
}

export const winds = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const;
export type Wind = (typeof winds)[number];

/** How far and in which of eight directions. */
export function wayTo(from: Spot, to: Spot): { readonly metres: number; readonly wind: Wind } {
  const { east, north } = metresFrom(from, to);
  const eighth = Math.round(Math.atan2(east, north) / (Math.PI / 4));
  return { metres: Math.hypot(east, north), wind: winds[(eighth + 8) % 8] ?? 'n' };
}

/** The smallest area that holds all spots; undefined for none. */
export function boundsOf(spots: readonly Spot[]): Bounds | undefined {
  if (spots.length === 0) return undefined;
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const { lon, lat } of spots) {
    west = Math.min(west, lon);
    east = Math.max(east, lon);
    south = Math.min(south, lat);
    north = Math.max(north, lat);
  }
  return [west, south, east, north];
}

export const isIn = ([west, south, east, north]: Bounds, { lon, lat }: Spot): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;

/** Larger by `metres` on every side. */
export function grown([west, south, east, north]: Bounds, metres: number): Bounds {
  const low = movedBy({ lon: west, lat: south }, -metres, -metres);
  const high = movedBy({ lon: east, lat: north }, metres, metres);
  return [low.lon, low.lat, high.lon, high.lat];
}

export const middleOf = ([west, south, east, north]: Bounds): Spot => ({
  lon: (west + east) / 2,
  lat: (south + north) / 2,
});

/** The spot itself, or the nearest one inside. */
export const clampedTo = ([west, south, east, north]: Bounds, { lon, lat }: Spot): Spot => ({
  lon: Math.max(west, Math.min(east, lon)),
  lat: Math.max(south, Math.min(north, lat)),
});

/** Width and height of an area in metres. */
export function sizeOf(bounds: Bounds): { readonly widthM: number; readonly heightM: number } {
  const [west, south, east, north] = bounds;
  const { east: widthM, north: heightM } = metresFrom(
    { lon: west, lat: south },
    { lon: east, lat: north },
  );
  return { widthM, heightM };
}

/** Corners of a circle on the ground, closed. */
export function circleAround(centre: Spot, radiusM: number, corners = 48): [number, number][] {
  return Array.from({ length: corners + 1 }, (_, n) => {
    const turn = ((n % corners) / corners) * 2 * Math.PI;
    const { lon, lat } = movedBy(centre, Math.sin(turn) * radiusM, Math.cos(turn) * radiusM);
    return [lon, lat];
  });
}

/** Metres under one CSS pixel, for MapLibre's tiles of 512 px. */
export const metresPerPixel = (lat: number, zoom: number): number =>
  (earthM * Math.cos(lat * radians)) / (512 * 2 ** zoom);
