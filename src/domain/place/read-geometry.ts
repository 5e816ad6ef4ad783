import * as v from 'valibot';
import { type Geometry, geometrySchema } from './location.ts';

/** A point, line or area as records hold it; undefined for anything else. */
export function readGeometry(value: unknown): Geometry | undefined {
  const read = v.safeParse(geometrySchema, value);
  return read.success ? read.output : undefined;
}
