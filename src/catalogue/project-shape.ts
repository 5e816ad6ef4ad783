import type { Geometry, Location } from '#domain/place/location.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import type { ShapeRow } from './catalogue-db.ts';

interface Facts {
  readonly location?: Location;
  /** A register's: how far the neighbourhood goes. */
  readonly boundary?: Extract<Geometry, { type: 'Polygon' }>;
  readonly confidentialLocation?: true;
}

function outlineOf({ location, boundary, confidentialLocation }: Facts): Geometry | undefined {
  if (confidentialLocation || location?.precision === 'none') return undefined;
  return location?.geometry ?? boundary;
}

/** The ground a record covers, where it is more than a point and may be shown at all. Pure. */
export function projectShape(record: AnyRecord, updatedAt: number): ShapeRow | undefined {
  // A person's ground would be their home.
  if (record.deleted || record.type === 'person') return undefined;
  const outline = outlineOf(record as Facts);
  if (!outline || outline.type === 'Point') return undefined;
  return { id: record.id, outline, updatedAt };
}
