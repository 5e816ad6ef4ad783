import type { Geometry } from 'geojson';
import type { Box } from '../box.ts';

export interface TilePlace {
  readonly z: number;
  readonly x: number;
  readonly y: number;
}

/** What a tile holds of its neighbours, in 4096ths of its side, so that lines meet at its edges. */
export const bufferUnits = 64;

/** Web Mercator: which column and row of tiles a place lies in. */
const column = (lon: number, z: number): number => Math.floor(((lon + 180) / 360) * 2 ** z);
const row = (lat: number, z: number): number => {
  const angle = (lat * Math.PI) / 180;
  return Math.floor(((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * 2 ** z);
};

/** All tiles of these zooms that the box touches. */
export function placesIn(
  [west, south, east, north]: Box,
  from: number,
  to: number,
): readonly TilePlace[] {
  const places: TilePlace[] = [];
  for (let z = from; z <= to; z += 1)
    for (let x = column(west, z); x <= column(east, z); x += 1)
      for (let y = row(north, z); y <= row(south, z); y += 1) places.push({ z, x, y });
  return places;
}

/** Those that are the part itself or lie in it. */
export const inside = (part: TilePlace, places: readonly TilePlace[]): readonly TilePlace[] =>
  places.filter(({ z, x, y }) => x >> (z - part.z) === part.x && y >> (z - part.z) === part.y);

/** Degrees, with a little more than the buffer around. */
export function tileBounds({ z, x, y }: TilePlace): Box {
  const more = (2 * bufferUnits) / 4096;
  const lon = (at: number): number => (at / 2 ** z) * 360 - 180;
  const lat = (at: number): number =>
    (Math.atan(Math.sinh(Math.PI * (1 - (2 * at) / 2 ** z))) * 180) / Math.PI;
  return [lon(x - more), lat(y + 1 + more), lon(x + 1 + more), lat(y - more)];
}

export const overlap = (a: Box, b: Box): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** The box around a shape. */
export function boundsOf(geometry: Geometry): Box {
  const bounds: [number, number, number, number] = [180, 90, -180, -90];
  const take = (coordinates: readonly unknown[]): void => {
    const [lon, lat] = coordinates;
    if (typeof lon !== 'number' || typeof lat !== 'number') {
      for (const part of coordinates) if (Array.isArray(part)) take(part);
      return;
    }
    bounds[0] = Math.min(bounds[0], lon);
    bounds[1] = Math.min(bounds[1], lat);
    bounds[2] = Math.max(bounds[2], lon);
    bounds[3] = Math.max(bounds[3], lat);
  };
  if ('coordinates' in geometry) take(geometry.coordinates);
  return bounds;
}
