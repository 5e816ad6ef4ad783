import { isJsonObject, type JsonObject } from '#base/json.ts';
import { type Failure, fail, ok, type Result } from '#base/result.ts';

/** One feature as it stands in the file, nothing of it believed yet. */
export interface RawFeature {
  readonly id: string | undefined;
  readonly properties: JsonObject;
  readonly geometry: unknown;
}

export interface GeoJsonFile {
  readonly features: readonly RawFeature[];
  /** Entries of the list that are no features at all. */
  readonly notFeatures: number;
  /** When the file says it was made. */
  readonly madeAt: string | undefined;
}

export type GeoJsonFailure = Failure<'file-too-many' | 'file-no-things' | 'file-not-known'>;

export const featuresMost = 20_000;

const geometryTypes = [
  ...['Point', 'MultiPoint', 'LineString', 'MultiLineString', 'Polygon', 'MultiPolygon'],
  'GeometryCollection',
];

/** A whole list, one feature, or a bare shape: all three are GeoJSON (RFC 7946, section 2). */
function membersOf(json: JsonObject): readonly unknown[] | undefined {
  if (json['type'] === 'FeatureCollection') {
    return Array.isArray(json['features']) ? json['features'] : undefined;
  }
  if (json['type'] === 'Feature') return [json];
  const isShape = typeof json['type'] === 'string' && geometryTypes.includes(json['type']);
  return isShape ? [{ type: 'Feature', properties: {}, geometry: json }] : undefined;
}

function toFeature(member: unknown): RawFeature | undefined {
  if (!isJsonObject(member) || member['type'] !== 'Feature') return undefined;
  const { id, properties, geometry } = member as Record<string, unknown>;
  return {
    id: typeof id === 'string' || typeof id === 'number' ? String(id).slice(0, 200) : undefined,
    properties: isJsonObject(properties) ? properties : {},
    geometry,
  };
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d{1,3})?Z$/;

/** The features of a GeoJSON text, counted before any is looked at. */
export function readGeoJson(json: unknown): Result<GeoJsonFile, GeoJsonFailure> {
  const members = isJsonObject(json) ? membersOf(json) : undefined;
  if (!members) return fail('file-not-known');
  if (members.length > featuresMost) return fail('file-too-many', { count: members.length });
  if (members.length === 0) return fail('file-no-things');
  const features = members.map(toFeature).filter((feature) => feature !== undefined);
  const made = (json as JsonObject)['timestamp'];
  return ok({
    features,
    notFeatures: members.length - features.length,
    madeAt: typeof made === 'string' && instant.test(made) ? made : undefined,
  });
}
