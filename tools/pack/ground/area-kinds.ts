import type { Tags } from '../extract/elements.ts';
import { type Look, namesIn } from './drawn.ts';

/**
 * Kind of ground by tag, the first that fits. The words are those of the Protomaps basemap 4
 * (docs.protomaps.com/basemaps/layers, "landuse"), which are mostly the tag's own value.
 */
const landuse: readonly (readonly [key: string, values: string, kind?: string])[] = [
  ['aeroway', 'aerodrome runway taxiway'],
  ['amenity', 'hospital school university college kindergarten'],
  ['tourism', 'zoo'],
  ['landuse', 'cemetery forest allotments village_green recreation_ground'],
  ['landuse', 'residential industrial commercial retail railway military farmland farmyard'],
  ['landuse', 'orchard meadow grass'],
  ['leisure', 'park playground golf_course garden pitch stadium marina nature_reserve'],
  ['leisure', 'recreation_ground dog_park common', 'park'],
  ['amenity', 'grave_yard', 'cemetery'],
  ['natural', 'wood scrub grassland wetland beach sand glacier'],
  ['natural', 'heath fell tundra', 'scrub'],
  ['place', 'square', 'pedestrian'],
  ['highway', 'pedestrian footway', 'pedestrian'],
  ['man_made', 'pier bridge'],
  ['waterway', 'dam'],
];

const water: readonly (readonly [key: string, values: string, kind: string])[] = [
  ['natural', 'water', 'water'],
  ['natural', 'bay', 'bay'],
  ['waterway', 'riverbank', 'river'],
  ['waterway', 'dock', 'dock'],
  ['landuse', 'reservoir', 'water'],
  ['landuse', 'basin', 'basin'],
  ['leisure', 'swimming_pool', 'swimming_pool'],
];

interface Rule {
  readonly key: string;
  readonly value: string;
  readonly kind: string;
}

const rulesOf = (table: typeof landuse): readonly Rule[] =>
  table.flatMap(([key, values, kind]) =>
    values.split(' ').map((value) => ({ key, value, kind: kind ?? value })),
  );

const landuseRules = rulesOf(landuse);
const waterRules = rulesOf(water);

const kindBy = (rules: readonly Rule[], tags: Tags): string | undefined =>
  rules.find(({ key, value }) => tags.get(key) === value)?.kind;

const isBuilding = (tags: Tags, key: string): boolean => (tags.get(key) ?? 'no') !== 'no';

function waterLook(kind: string, tags: Tags): Look {
  const detail = tags.get('water') ?? (kind === 'water' ? undefined : kind);
  return {
    layer: 'water',
    minZoom: kind === 'swimming_pool' ? 15 : 8,
    properties: { kind, ...(detail && { kind_detail: detail }), ...namesIn(tags) },
  };
}

/** What an area with these tags is on the map; undefined for one that is not drawn. */
export function areaLook(tags: Tags): Look | undefined {
  if (isBuilding(tags, 'building')) return buildingLook('building', tags);
  if (isBuilding(tags, 'building:part')) return buildingLook('building_part', tags);
  const wet = kindBy(waterRules, tags);
  if (wet) return waterLook(wet, tags);
  const kind = kindBy(landuseRules, tags);
  if (!kind) return undefined;
  return { layer: 'landuse', minZoom: 8, properties: { kind, ...namesIn(tags) } };
}

const buildingLook = (kind: string, tags: Tags): Look => {
  const height = Number.parseFloat(tags.get('height') ?? '');
  return {
    layer: 'buildings',
    minZoom: 13,
    properties: { kind, ...(height > 0 && height < 1000 && { height }) },
  };
};

/** A closed way of these tags is a line round something, unless it says that it is an area. */
const isLine = (tags: Tags): boolean =>
  tags.has('highway') || tags.has('railway') || tags.has('aeroway');

/** A closed way, or several, with these tags is an area that the map draws. */
export const isArea = (tags: Tags): boolean =>
  tags.get('area') !== 'no' &&
  areaLook(tags) !== undefined &&
  (tags.get('area') === 'yes' ||
    tags.get('type') === 'multipolygon' ||
    !isLine(tags) ||
    isBuilt(tags));

const isBuilt = (tags: Tags): boolean =>
  tags.has('building') || tags.get('aeroway') === 'aerodrome';

/** Woods, waters, coasts: what may reach into a box from far outside. */
export const coversGround = (tags: Tags): boolean =>
  ['natural', 'landuse', 'leisure', 'water'].some((key) => tags.has(key)) ||
  tags.get('waterway') === 'riverbank';
