import { bboxClip } from '@turf/bbox-clip';
import type { Geometry } from 'geojson';
import { type Box, holds } from '../box.ts';

const isWithin = (coordinates: readonly unknown[], box: Box): boolean =>
  typeof coordinates[0] === 'number'
    ? holds(box, Number(coordinates[0]), Number(coordinates[1]))
    : coordinates.every((part) => Array.isArray(part) && isWithin(part, box));

const isEmpty = (geometry: Geometry): boolean =>
  'coordinates' in geometry && geometry.coordinates.length === 0;

/** The part of a shape that lies in the box; undefined where none does. */
export function clippedTo(geometry: Geometry, box: Box): Geometry | undefined {
  if (!('coordinates' in geometry)) return undefined;
  if (isWithin(geometry.coordinates, box)) return geometry;
  if (geometry.type === 'Point' || geometry.type === 'MultiPoint') return undefined;
  const clipped = bboxClip(geometry, [...box]).geometry;
  return isEmpty(clipped) ? undefined : clipped;
}
