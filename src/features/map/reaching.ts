import type { MapArea } from '#map/map-area.ts';
import { type Bounds, boundsOf, isIn, type Spot } from '#map/spot.ts';

const cornersOf = ({ outline: { type, coordinates } }: MapArea): Spot[] =>
  (type === 'Polygon' ? coordinates.flat() : coordinates).map(([lon, lat]) => ({ lon, lat }));

const overlap = (a: Bounds, b: Bounds): boolean =>
  a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];

/** Things whose ground may be in sight while their mark is not: the list tells them too. */
export function reachingIn(
  view: Bounds,
  areas: readonly MapArea[],
  points: readonly (Spot & { readonly id: string })[],
): readonly string[] {
  const near = areas.filter((area) => {
    const bounds = area.kind === 'boundary' ? undefined : boundsOf(cornersOf(area));
    return bounds && overlap(view, bounds);
  });
  if (near.length === 0) return [];
  const byId = new Map(points.map((point) => [point.id, point]));
  return near.flatMap(({ id }) => {
    const mark = byId.get(id);
    return mark && !isIn(view, mark) ? [id] : [];
  });
}
