import type { Bounds, Spot } from '#map/spot.ts';

export const isCovered = ([west, south, east, north]: Bounds, { lon, lat }: Spot): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;
