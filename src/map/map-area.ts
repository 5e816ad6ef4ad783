import type { Geometry } from '#domain/place/location.ts';
import type { MarkKind } from '#ui/kind-shapes.ts';
import { type Change, keyedChange } from './keyed-change.ts';
import { type MapPoint, markKindOf } from './map-point.ts';

export type Outline = Exclude<Geometry, { type: 'Point' }>;

/** The ground a thing covers: a park, a towpath, a whole street of shops. */
export interface MapArea {
  readonly id: string;
  /** `boundary`: how far the register's own neighbourhood goes. */
  readonly kind: MarkKind | 'boundary';
  readonly confirmed: boolean;
  readonly outline: Outline;
  /** Another number, another outline. */
  readonly updatedAt: number;
}

type Shape = Pick<MapArea, 'id' | 'outline' | 'updatedAt'>;

/** The areas of the things that are drawn, each as its thing is, and the boundary, if any. */
export function areasOf(
  shapes: readonly Shape[],
  points: readonly MapPoint[],
  boundaryId: string,
): MapArea[] {
  if (shapes.length === 0) return [];
  const byId = new Map(points.map((point) => [point.id, point]));
  return shapes.flatMap(({ id, outline, updatedAt }): MapArea[] => {
    const area = { id, outline, updatedAt };
    if (id === boundaryId) return [{ ...area, kind: 'boundary', confirmed: true }];
    const point = byId.get(id);
    return point ? [{ ...area, kind: markKindOf(point.kind), confirmed: point.confirmed }] : [];
  });
}

export type AreaFeature = GeoJSON.Feature<
  GeoJSON.LineString | GeoJSON.Polygon,
  {
    readonly id: string;
    readonly kind: string;
    readonly confirmed: boolean;
    /** In square degrees of its box: what is tapped is the smallest. */
    readonly size: number;
  }
>;

function boxSize({ type, coordinates }: Outline): number {
  const corners = type === 'Polygon' ? coordinates.flat() : coordinates;
  const lons = corners.map(([lon]) => lon);
  const lats = corners.map(([, lat]) => lat);
  return (Math.max(...lons) - Math.min(...lons)) * (Math.max(...lats) - Math.min(...lats));
}

export const areaFeature = ({ id, kind, confirmed, outline }: MapArea): AreaFeature => ({
  type: 'Feature',
  properties: { id, kind, confirmed, size: boxSize(outline) },
  geometry: outline,
});

const isSame = (a: MapArea, b: MapArea): boolean =>
  a.kind === b.kind && a.confirmed === b.confirmed && a.updatedAt === b.updatedAt;

/** What turns the areas drawn into the areas wanted. */
export const areaChange = (
  drawn: ReadonlyMap<string, MapArea>,
  wanted: readonly MapArea[],
): Change<AreaFeature> | 'none' | 'all' =>
  keyedChange(drawn, wanted, { isSame, feature: areaFeature });
