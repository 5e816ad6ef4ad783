import { metresInDegrees } from '../../pack/box.ts';

/** Metres east and north of the square in the middle. */
export type Metres = readonly [east: number, north: number];
export type Degrees = readonly [lon: number, lat: number];

/** In Cardigan Bay, where the tale has a drowned land: nobody lives there, and no map has a street. */
const middle: Degrees = [-4.9, 52.3];
const degree = metresInDegrees(middle[1]);

/** A tenth of a metre is as fine as anybody draws. */
const rounded = (degrees: number): number => Math.round(degrees * 1e6) / 1e6;

export const toDegrees = ([east, north]: Metres): Degrees => [
  rounded(middle[0] + east / degree.lon),
  rounded(middle[1] + north / degree.lat),
];
