import { type Change, keyedChange } from './keyed-change.ts';
import { lookOf, type MapPoint } from './map-point.ts';
import { pictureName } from './mark-pictures.ts';

export type MarkFeature = GeoJSON.Feature<
  GeoJSON.Point,
  {
    readonly id: string;
    readonly name: string;
    readonly picture: string;
    /** 1 or 0, so that a cluster can add up how many of its things are confirmed. */
    readonly confirmed: number;
  }
>;

export const markFeature = (point: MapPoint): MarkFeature => ({
  type: 'Feature',
  properties: {
    id: point.id,
    name: point.name,
    picture: pictureName(lookOf(point)),
    confirmed: point.confirmed ? 1 : 0,
  },
  geometry: { type: 'Point', coordinates: [point.lon, point.lat] },
});

const isSame = (a: MapPoint, b: MapPoint): boolean =>
  a.name === b.name &&
  a.kind === b.kind &&
  a.assetType === b.assetType &&
  a.confirmed === b.confirmed &&
  a.lon === b.lon &&
  a.lat === b.lat;

/** What turns the marks drawn into the marks wanted. */
export const markChange = (
  drawn: ReadonlyMap<string, MapPoint>,
  wanted: readonly MapPoint[],
): Change<MarkFeature> | 'none' | 'all' =>
  keyedChange(drawn, wanted, { isSame, feature: markFeature });
