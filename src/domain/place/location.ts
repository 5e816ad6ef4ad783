import * as v from 'valibot';
import { instantSchema, text } from '../record/values.ts';
import { postcodeSchema } from './postcode.ts';

const lon = v.pipe(v.number(), v.finite(), v.minValue(-180), v.maxValue(180));
const lat = v.pipe(v.number(), v.finite(), v.minValue(-90), v.maxValue(90));

/** WGS 84, [longitude, latitude] in degrees. */
export const positionSchema = v.tuple([lon, lat], 'not-a-position');
export type Position = v.InferOutput<typeof positionSchema>;

const line = v.pipe(v.array(positionSchema), v.minLength(2), v.maxLength(5000, 'too-many'));
const isClosed = (ring: Position[]) =>
  ring[0]?.[0] === ring.at(-1)?.[0] && ring[0]?.[1] === ring.at(-1)?.[1];
const ring = v.pipe(
  v.array(positionSchema),
  v.minLength(4),
  v.maxLength(5000, 'too-many'),
  v.check(isClosed, 'ring-not-closed'),
);

export const geometrySchema = v.variant('type', [
  v.object({ type: v.literal('Point'), coordinates: positionSchema }),
  v.object({ type: v.literal('LineString'), coordinates: line }),
  v.object({
    type: v.literal('Polygon'),
    coordinates: v.pipe(v.array(ring), v.minLength(1), v.maxLength(50)),
  }),
]);
export type Geometry = v.InferOutput<typeof geometrySchema>;

export const precisions = ['exact', 'street', 'area', 'none'] as const;
export type Precision = (typeof precisions)[number];

/**
 * Where a thing is, as exactly as its readers may know. `words` is a street or area as people say
 * it and may stand alone, without a point. A person's `exact` point never enters a circle.
 */
export const locationSchema = v.object({
  precision: v.picklist(precisions),
  geometry: v.optional(geometrySchema),
  labelPoint: v.optional(positionSchema),
  words: v.optional(text(1, 120)),
  streetId: v.optional(text(1, 80)),
  areaId: v.optional(text(1, 80)),
  accuracyM: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(5000))),
  capturedBy: v.picklist(['gps', 'tap', 'typed', 'geocode', 'import', 'street-snap']),
  capturedAt: instantSchema,
});
export type Location = v.InferOutput<typeof locationSchema>;

export const addressSchema = v.object({
  line1: v.optional(text(1, 100)),
  line2: v.optional(text(1, 100)),
  town: v.optional(text(1, 60)),
  county: v.optional(text(1, 60)),
  postcode: v.optional(postcodeSchema),
  country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
  uprn: v.optional(v.pipe(v.string(), v.regex(/^\d{1,12}$/))),
});
export type Address = v.InferOutput<typeof addressSchema>;

export const pointOf = (location: Location | undefined): Position | undefined => {
  if (!location || location.precision === 'none') return undefined;
  if (location.labelPoint) return location.labelPoint;
  return location.geometry?.type === 'Point' ? location.geometry.coordinates : undefined;
};
