import type { Geometry, Position } from '#domain/place/location.ts';

/** About 50 m: as near to a path as a finger comes. */
const besideDegrees = 5e-4;

function isInside(rings: readonly (readonly Position[])[], [lon, lat]: Position): boolean {
  let inside = false;
  for (const ring of rings)
    for (let at = 1; at < ring.length; at += 1) {
      const [fromLon, fromLat] = ring[at - 1] ?? [0, 0];
      const [toLon, toLat] = ring[at] ?? [0, 0];
      if (fromLat > lat === toLat > lat) continue;
      if (lon < fromLon + ((lat - fromLat) / (toLat - fromLat)) * (toLon - fromLon))
        inside = !inside;
    }
  return inside;
}

const isIn = (positions: readonly Position[], at: 0 | 1, value: number): boolean => {
  const values = positions.map((position) => position[at]);
  return (
    value >= Math.min(...values) - besideDegrees && value <= Math.max(...values) + besideDegrees
  );
};

/** Whether a mark put there still stands on the area, or beside the line, that a thing covers. */
export function staysOn({ type, coordinates }: Geometry, spot: Position): boolean {
  if (type === 'Point') return false;
  if (type === 'Polygon') return isInside(coordinates, spot);
  return isIn(coordinates, 0, spot[0]) && isIn(coordinates, 1, spot[1]);
}
