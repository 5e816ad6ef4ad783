import { lookOf, type MapPoint } from './map-point.ts';
import { pictureName } from './mark-pictures.ts';

export type MarkFeature = GeoJSON.Feature<
  GeoJSON.Point,
  { id: string; name: string; picture: string }
>;

export const markFeature = (point: MapPoint): MarkFeature => ({
  type: 'Feature',
  properties: { id: point.id, name: point.name, picture: pictureName(lookOf(point)) },
  geometry: { type: 'Point', coordinates: [point.lon, point.lat] },
});

export const allMarks = (points: readonly MapPoint[]) => ({
  type: 'FeatureCollection' as const,
  features: points.map(markFeature),
});

export interface MarkChange {
  readonly remove: string[];
  readonly add: MarkFeature[];
}

const isSame = (a: MapPoint, b: MapPoint): boolean =>
  a === b ||
  (a.name === b.name &&
    a.kind === b.kind &&
    a.assetType === b.assetType &&
    a.confirmed === b.confirmed &&
    a.lon === b.lon &&
    a.lat === b.lat);

/**
 * What turns the points drawn into the points wanted, or `all` when sending everything again costs
 * no more. A moved or renamed point is taken away and added: removal comes first.
 */
export function markChange(
  drawn: ReadonlyMap<string, MapPoint>,
  wanted: readonly MapPoint[],
): MarkChange | 'none' | 'all' {
  const ids = new Set(wanted.map(({ id }) => id));
  const gone = [...drawn.keys()].filter((id) => !ids.has(id));
  const changed = wanted.filter((point) => {
    const before = drawn.get(point.id);
    return !before || !isSame(before, point);
  });
  if (gone.length === 0 && changed.length === 0) return 'none';
  if (gone.length + changed.length > drawn.size / 4) return 'all';
  const again = changed.flatMap(({ id }) => (drawn.has(id) ? [id] : []));
  return { remove: [...gone, ...again], add: changed.map(markFeature) };
}
