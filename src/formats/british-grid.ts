import OsGridRef from 'geodesy/osgridref.js';

/** WGS 84 degrees. */
interface Degrees {
  readonly lon: number;
  readonly lat: number;
}

/**
 * The grid's own bounds, in metres from its false origin south-west of Scilly. No land lies within
 * a kilometre of it: smaller numbers are kilometres, years or counts.
 */
const least = 1_000;
const eastMost = 700_000;
const northMost = 1_300_000;

const isOnGrid = (easting: number, northing: number): boolean =>
  easting >= least && easting <= eastMost && northing >= least && northing <= northMost;

/**
 * British National Grid (EPSG:27700), metres east and north, to WGS 84 by Ordnance Survey's
 * seven-parameter transformation: right to about five metres anywhere in Great Britain. Undefined
 * where the numbers are no place on the grid.
 */
export function fromBritishGrid(easting: number, northing: number): Degrees | undefined {
  if (!isOnGrid(easting, northing)) return undefined;
  const { lon, lat } = new OsGridRef(easting, northing).toLatLon();
  return { lon, lat };
}
