import type { Json, JsonObject } from '#base/json.ts';
import type { Position, Precision } from '#domain/place/location.ts';
import { readGeometry } from '#domain/place/read-geometry.ts';
import { asObject, asText, withPart } from '#forms/read-json.ts';
import type { PlaceHit } from '#pack/place-hit.ts';
import { staysOn } from './stays-on.ts';

export interface NewSpot {
  readonly lon: number;
  readonly lat: number;
  readonly accuracyM?: number;
  readonly by: 'gps' | 'tap' | 'geocode' | 'street-snap';
  /** Milliseconds since 1970. */
  readonly at: number;
}

const spotParts = ['geometry', 'labelPoint', 'accuracyM'];
const mostAccuracyM = 5000;

/** Six decimals are about 10 cm; three about 100 m, the same cell however often it is asked. */
const rounded = (degrees: number, isExact: boolean): number =>
  isExact ? Number(degrees.toFixed(6)) : Number(degrees.toFixed(3));

export const hasSpot = (location: Json | undefined): boolean =>
  spotParts.some((part) => part in asObject(location));

export const precisionOf = (location: Json | undefined, usual: Precision): Precision =>
  (asText(asObject(location)['precision']) || usual) as Precision;

export const withoutSpot = (location: Json | undefined): JsonObject =>
  spotParts.reduce((kept, part) => withPart(kept, part, undefined), asObject(location));

/** The outline there was, if the new spot is still on it: only the mark has moved then. */
function groundAround(location: Json | undefined, spot: Position): JsonObject | undefined {
  const { geometry } = asObject(location);
  const outline = readGeometry(geometry);
  return outline && geometry && staysOn(outline, spot) ? { geometry, labelPoint: spot } : undefined;
}

export function withSpot(location: Json | undefined, spot: NewSpot, usual: Precision): JsonObject {
  const now = precisionOf(location, usual);
  const precision = now === 'none' ? usual : now;
  const isExact = precision === 'exact';
  const coordinates: Position = [rounded(spot.lon, isExact), rounded(spot.lat, isExact)];
  const ground = isExact ? groundAround(location, coordinates) : undefined;
  const accuracy = isExact && spot.accuracyM !== undefined;
  return {
    ...withoutSpot(location),
    precision,
    ...(ground ?? { geometry: { type: 'Point', coordinates } }),
    ...(accuracy ? { accuracyM: Math.min(spot.accuracyM ?? 0, mostAccuracyM) } : {}),
    capturedBy: spot.by,
    capturedAt: new Date(spot.at).toISOString(),
  };
}

/** What may be shown less exactly is also kept less exactly: the finer spot does not stay behind. */
export function withPrecision(location: Json | undefined, precision: Precision): JsonObject {
  if (precision === 'none') return { ...withoutSpot(location), precision };
  const object = asObject(location);
  const point = pointIn(object);
  if (precision === 'exact' || !point) return { ...object, precision };
  const coordinates = point.map((degrees) => rounded(degrees, false));
  return { ...withoutSpot(object), precision, geometry: { type: 'Point', coordinates } };
}

const isPoint = (value: Json | undefined): value is readonly number[] =>
  Array.isArray(value) && value.length === 2 && value.every((each) => typeof each === 'number');

/** Where it stands as [lon, lat]; an outline stands at its label. */
export function pointIn(location: Json | undefined): readonly number[] | undefined {
  const { labelPoint, geometry } = asObject(location);
  if (isPoint(labelPoint)) return labelPoint;
  const { coordinates } = asObject(geometry);
  return isPoint(coordinates) ? coordinates : undefined;
}

interface AddressSetting {
  readonly usual: Precision;
  readonly isSecret: boolean;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A postcode alone changes no line: it is a dozen doors. */
function addressOf(before: JsonObject, { number, name, postcode }: PlaceHit): JsonObject {
  const line1 = [number, name].filter(Boolean).join(' ');
  return { ...before, ...(line1 ? { line1 } : {}), ...(postcode ? { postcode } : {}) };
}

/** An address that is known, and its spot where the thing has none and may have one. */
export function withAddress(
  values: JsonObject,
  hit: PlaceHit,
  { usual, isSecret, at }: AddressSetting,
): JsonObject {
  const { lon, lat, what } = hit;
  const location = values['location'];
  const address = addressOf(asObject(values['address']), hit);
  const isKeptOff = isSecret || precisionOf(location, usual) === 'none' || hasSpot(location);
  if (isKeptOff) return { ...values, address };
  const by = what === 'street' ? 'street-snap' : 'geocode';
  return { ...values, address, location: withSpot(location, { lon, lat, by, at }, usual) };
}
