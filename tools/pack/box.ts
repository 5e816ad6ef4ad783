/** West, south, east, north in degrees, WGS 84. */
export type Box = readonly [west: number, south: number, east: number, north: number];

const metresInDegree = 111_195;
/** More is no neighbourhood: its directory would not fit the first read of a pack. */
const sideMetresMax = 25_000;

/** Metres in a degree of longitude at this latitude, and in one of latitude. */
export const metresInDegrees = (lat: number): { readonly lon: number; readonly lat: number } => ({
  lon: metresInDegree * Math.cos((lat * Math.PI) / 180),
  lat: metresInDegree,
});

/** The box with so many metres more on every side. */
export function widened([west, south, east, north]: Box, metres: number): Box {
  const degree = metresInDegrees((south + north) / 2);
  const [lon, lat] = [metres / degree.lon, metres / degree.lat];
  return [west - lon, south - lat, east + lon, north + lat];
}

export const holds = ([west, south, east, north]: Box, lon: number, lat: number): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;

const form = 'Write it as west,south,east,north in degrees: --bbox -3.0037,51.5698,-2.9747,51.5878';

/** The box, or the sentence that says what is wrong with it. */
export function readBox(text: string): Box | string {
  const numbers = text.split(',').map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const [west = 0, south = 0, east = 0, north = 0] = numbers;
  if (numbers.length !== 4 || !numbers.every(Number.isFinite))
    return `The box "${text.slice(0, 80)}" is not four numbers. ${form}`;
  if (Math.abs(west) > 180 || Math.abs(east) > 180 || Math.abs(south) > 85 || Math.abs(north) > 85)
    return `The box ${text} is not on this map of the earth (±180 and ±85 degrees). ${form}`;
  if (west >= east || south >= north)
    return `In the box ${text} west must be less than east, and south less than north. ${form}`;
  return wrongSize([west, south, east, north]) ?? [west, south, east, north];
}

function wrongSize([west, south, east, north]: Box): string | undefined {
  const degree = metresInDegrees((south + north) / 2);
  const sides = [(east - west) * degree.lon, (north - south) * degree.lat];
  if (Math.max(...sides) <= sideMetresMax && Math.min(...sides) >= 100) return undefined;
  const [across, down] = sides.map((metres) => (metres / 1000).toFixed(1));
  return `The box is ${across} km by ${down} km. A neighbourhood is between 0.1 and 25 km a side.`;
}
