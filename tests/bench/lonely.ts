import { type AssetSpot, assetSpot } from './assets.ts';

/** Degrees on either side in which nothing else may lie. */
const room = { lon: 0.00024, lat: 0.00011 };
/** Well inside the made-up neighbourhood. */
const inner = { west: -3.002, east: -2.982, south: 51.574, north: 51.584 };

const isNear = (a: AssetSpot, b: AssetSpot): boolean =>
  Math.abs(a.lon - b.lon) < room.lon && Math.abs(a.lat - b.lat) < room.lat;

const isInner = ({ lon, lat }: AssetSpot): boolean =>
  lon > inner.west && lon < inner.east && lat > inner.south && lat < inner.north;

/** The first of `size` places that has a screen of zoom 19 to itself: its mark hides behind no other. */
export function lonelyAsset(size: number): number {
  const spots = Array.from({ length: size }, (_, index) => assetSpot(index));
  const lonely = spots.findIndex(
    (spot) => isInner(spot) && !spots.some((other) => other !== spot && isNear(spot, other)),
  );
  if (lonely < 0) throw new Error(`none of ${size} places stands alone`);
  return lonely;
}
