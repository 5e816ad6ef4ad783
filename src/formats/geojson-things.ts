import type { Json, JsonObject } from '#base/json.ts';
import { importedId } from '#domain/import-batch/imported-id.ts';
import { kindOf } from '#domain/record/kinds.ts';
import type { RecordType } from '#domain/record/values.ts';
import { kindOfType, recordTypeOfKind } from '#domain/taxonomy/kinds.ts';
import { matchOsm, type OsmMatch } from '#domain/taxonomy/match-osm.ts';
import type { RefusalReason } from '#domain/taxonomy/osm-refusals.ts';
import type { OsmTags } from '#domain/taxonomy/osm-tags.ts';
import { fittingValues } from './fitting-values.ts';
import type { GeoJsonFile, RawFeature } from './geojson.ts';
import { type GeometryRead, readGeometry } from './geojson-geometry.ts';
import { editedAt, isNamed, nameFrom, type OsmName, osmNameOf, tagsOf } from './geojson-tags.ts';
import { valuesFrom } from './geojson-values.ts';

/** One thing of a file in the form the book takes it. */
export interface FoundThing {
  readonly id: string;
  readonly type: RecordType;
  readonly values: JsonObject;
  /** Undefined: the file does not tell, a person says it once for all of these. */
  readonly assetType: string | undefined;
  /** What its list calls it, where that is no type of ours. */
  readonly said?: string;
  /** Street furniture nobody has named. */
  readonly everyday: boolean;
  /** Its name only says what it is. */
  readonly unnamed?: true;
  /** The tags say too little: a person should look at the type. */
  readonly checkType: boolean;
}

export type LeftOutWhy =
  | RefusalReason
  /** Real, but not what a neighbourhood's book is for. */
  | 'other'
  | 'no-name'
  | 'other-shape'
  | 'unreadable'
  | 'twice';

export interface FileThings {
  readonly things: readonly FoundThing[];
  readonly leftOut: Readonly<Partial<Record<LeftOutWhy, number>>>;
  /** Names of shapes that the book has no place for, as `GeometryCollection`. */
  readonly otherShapes: readonly string[];
  readonly noSpot: number;
  readonly outlinesLeftOut: number;
  readonly outOfRange: number;
  readonly fromOsm: boolean;
}

export interface ReadingWishes {
  readonly swapped: boolean;
  /** ISO instant of this reading. */
  readonly now: string;
}

const osmAttribution = '© OpenStreetMap contributors';

/** What is listed under stories on a map is a building, a board or a statue: a place. */
export function recordTypeOf(assetType: string | undefined): RecordType {
  const kind = assetType === undefined ? 'places' : (kindOfType(assetType) ?? 'places');
  return kind === 'stories' || kind === 'people' ? 'place' : recordTypeOfKind[kind];
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

function idOf(feature: RawFeature, osm: OsmName | undefined, said: string): string {
  if (osm) return importedId(`osm:${osm.type}/${osm.id}`);
  return feature.id && uuid.test(feature.id)
    ? feature.id.toLowerCase()
    : importedId(`geojson:${said}`);
}

interface Source {
  readonly osm: OsmName | undefined;
  readonly madeAt: string;
}

function sourceOf({ osm, madeAt }: Source): JsonObject {
  if (!osm) return { kind: 'import-geojson', licence: 'none-stated', retrievedAt: madeAt };
  return {
    kind: 'import-osm',
    externalId: `osm:${osm.type}/${osm.id}`,
    licence: 'ODbL-1.0',
    attribution: osmAttribution,
    retrievedAt: madeAt,
  };
}

const locationOf = ({ shape }: GeometryRead, capturedAt: string): JsonObject =>
  shape
    ? {
        location: {
          precision: 'exact',
          geometry: shape.geometry as unknown as Json,
          ...(shape.labelPoint ? { labelPoint: shape.labelPoint } : {}),
          capturedBy: 'import',
          capturedAt,
        },
      }
    : {};

interface Reading {
  readonly feature: RawFeature;
  readonly tags: OsmTags;
  readonly osm: OsmName | undefined;
  readonly match: OsmMatch | null;
  readonly place: GeometryRead;
  readonly madeAt: string;
}

function toThing({ feature, tags, osm, match, place, madeAt }: Reading): FoundThing | undefined {
  const assetType = match?.type;
  const type = recordTypeOf(assetType);
  const geometry = place.shape?.geometry;
  const id = idOf(feature, osm, JSON.stringify([nameFrom(tags), geometry?.coordinates ?? null]));
  const publishedWhere = osm ? 'OpenStreetMap' : undefined;
  const values = fittingValues(id, type, {
    ...valuesFrom(tags, { type, assetType: assetType ?? 'place.square', publishedWhere }),
    ...locationOf(place, editedAt(feature) ?? madeAt),
    ...(osm && type === 'place' ? { osm: { ...osm } } : {}),
    status: 'unconfirmed',
    source: sourceOf({ osm, madeAt }),
  });
  if (!values) return undefined;
  const doubt = { everyday: !!match?.everyday, checkType: !!match?.checkType };
  const name = isNamed(tags) ? {} : { unnamed: true as const };
  return { id, type, values, assetType, ...doubt, ...name };
}

interface Tally {
  readonly leftOut: Partial<Record<LeftOutWhy, number>>;
  readonly otherShapes: Set<string>;
  noSpot: number;
  outlinesLeftOut: number;
  outOfRange: number;
  fromOsm: boolean;
}

const leave = ({ leftOut }: Tally, why: LeftOutWhy, count = 1): undefined => {
  if (count > 0) leftOut[why] = (leftOut[why] ?? 0) + count;
};

interface Around extends ReadingWishes {
  readonly madeAt: string;
  readonly tally: Tally;
}

function readOne(feature: RawFeature, { swapped, madeAt, tally }: Around): FoundThing | undefined {
  const tags = tagsOf(feature);
  const osm = osmNameOf(feature);
  // Before all else and for files of any origin: telling where a refuge is may harm people.
  const match = matchOsm(tags);
  if (match && 'refused' in match) return leave(tally, match.refused);
  if (osm && !match) return leave(tally, 'other');
  if (nameFrom(tags).length < 2) return leave(tally, 'no-name');
  const place = readGeometry(feature.geometry, swapped);
  if (place.shape === undefined && place.why === 'other-shape') {
    tally.otherShapes.add(place.name);
    return leave(tally, 'other-shape');
  }
  const thing = toThing({ feature, tags, osm, match, place, madeAt });
  if (!thing) return leave(tally, 'unreadable');
  if (place.shape === undefined) tally.noSpot += 1;
  if (place.shape === undefined && place.why === 'out-of-range') tally.outOfRange += 1;
  if (place.shape?.outlineLeftOut) tally.outlinesLeftOut += 1;
  if (osm) tally.fromOsm = true;
  return thing;
}

/** What of a file goes into the book, as what, and what does not and why. */
export function readThings(file: GeoJsonFile, wishes: ReadingWishes): FileThings {
  const tally: Tally = {
    leftOut: {},
    otherShapes: new Set(),
    noSpot: 0,
    outlinesLeftOut: 0,
    outOfRange: 0,
    fromOsm: false,
  };
  const around = { ...wishes, madeAt: file.madeAt ?? wishes.now, tally };
  const things = new Map<string, FoundThing>();
  leave(tally, 'unreadable', file.notFeatures);
  for (const feature of file.features) {
    const thing = readOne(feature, around);
    if (thing && things.has(thing.id)) leave(tally, 'twice');
    else if (thing) things.set(thing.id, thing);
  }
  const { otherShapes, ...counts } = tally;
  return { ...counts, otherShapes: [...otherShapes], things: [...things.values()] };
}

/** The same thing under the type a person chose for all whose file does not tell. */
export function withType(thing: FoundThing, assetType: string): FoundThing {
  const type = recordTypeOf(assetType);
  const fields = kindOf(type)?.fields ?? {};
  const { openingTimes, summary } = thing.values;
  const alike = {
    ...(openingTimes === undefined ? {} : { meets: openingTimes }),
    ...(summary === undefined ? {} : { purpose: summary }),
  };
  const kept = Object.entries({ ...thing.values, ...alike, assetType }).filter(([field]) =>
    Object.hasOwn(fields, field),
  );
  return { ...thing, type, assetType, values: Object.fromEntries(kept) };
}
