import proj4 from 'proj4';

/**
 * EPSG:27700 with the seven-parameter shift to WGS 84 that EPSG gives for it (1314): right to about
 * five metres, where the grid of Ordnance Survey (OSTN15) would need a file of 15 MB.
 */
const britishNationalGrid = [
  '+proj=tmerc +lat_0=49 +lon_0=-2 +k=0.9996012717 +x_0=400000 +y_0=-100000 +ellps=airy',
  '+towgs84=446.448,-125.157,542.06,0.15,0.247,0.842,-20.489 +units=m +no_defs',
].join(' ');

const toDegrees = proj4(britishNationalGrid, 'WGS84');

/** Metres east and north on the British National Grid, as degrees. */
export function fromNationalGrid(east: number, north: number): readonly [lon: number, lat: number] {
  const [lon = Number.NaN, lat = Number.NaN] = toDegrees.forward([east, north]);
  return [lon, lat];
}
