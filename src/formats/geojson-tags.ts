import { cutText } from '#base/cut-text.ts';
import { isJsonObject, type JsonObject } from '#base/json.ts';
import { ruleFor } from '#domain/taxonomy/match-osm.ts';
import type { OsmTags } from '#domain/taxonomy/osm-tags.ts';
import type { RawFeature } from './geojson.ts';

export interface OsmName {
  readonly type: 'node' | 'way' | 'relation';
  readonly id: number;
  readonly version?: number;
}

const longestTag = 2000;

const asText = (value: unknown): string | undefined => {
  if (typeof value === 'string') return cutText(value, longestTag);
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : undefined;
};

/** Where tools put what is about the object rather than of it. */
const isMeta = (key: string): boolean =>
  key.startsWith('@') || key.startsWith('osm_') || key === '__proto__';

/** Name of the thing in files that are no OpenStreetMap, whichever way it is written. */
const nameKeys = ['name', 'Name', 'NAME', 'title', 'Title', 'TITLE'];

/** The words of a feature as tags, with its name under `name`. */
export function tagsOf({ properties }: RawFeature): OsmTags {
  const nested = properties['tags'];
  const all: JsonObject = isJsonObject(nested) ? { ...properties, ...nested } : properties;
  const tags = Object.entries(all).flatMap(([key, value]) => {
    const text = isMeta(key) ? undefined : asText(value);
    return text === undefined ? [] : [[key, text] as const];
  });
  const named = Object.fromEntries(tags);
  const nameKey = nameKeys.find((key) => named[key]?.trim());
  return nameKey ? { ...named, name: named[nameKey] ?? '' } : named;
}

const objectId = /^(node|way|relation|n|w|r)\/?(\d{1,15})$/;
const typeOf = { n: 'node', w: 'way', r: 'relation' } as const;

function osmNameIn(text: unknown): OsmName | undefined {
  const [, type, id] = typeof text === 'string' ? (objectId.exec(text) ?? []) : [];
  if (!type || Number(id) < 1) return undefined;
  return { type: typeOf[type[0] as keyof typeof typeOf], id: Number(id) };
}

/** Which OpenStreetMap object this is, if it says so. */
export function osmNameOf({ id, properties }: RawFeature): OsmName | undefined {
  const parted = `${asText(properties['type'])}/${asText(properties['id'])}`;
  const typed = `${asText(properties['osm_type'])}/${asText(properties['osm_id'])}`;
  const said = [properties['@id'], properties['osm_id'], id, typed, parted];
  const found = said.map(osmNameIn).find((name) => name !== undefined);
  const version = Number(asText(properties['@version'] ?? properties['osm_version']));
  return found && Number.isInteger(version) && version > 0 ? { ...found, version } : found;
}

/** `2022-09-04`, the day someone last worked on the object. */
export function editedAt({ properties }: RawFeature): string | undefined {
  const said = asText(properties['@timestamp'] ?? properties['osm_timestamp']) ?? '';
  const day = /^\d{4}-\d{2}-\d{2}/.exec(said)?.[0];
  const at = `${day}T00:00:00Z`;
  return day && !Number.isNaN(Date.parse(at)) ? at : undefined;
}

const realNames = [
  'name',
  'name:en',
  'official_name',
  'short_name',
  'alt_name',
  'name:cy',
  'brand',
];
const wordsFrom = (value: string): string => {
  const words = value.split(';')[0]?.replaceAll('_', ' ').trim() ?? '';
  return words.charAt(0).toUpperCase() + words.slice(1);
};

const wider: Readonly<Record<string, string>> = {
  'tourism=information': 'Information board',
  'man_made=water_tap': 'Drinking water',
  'leisure=pitch': 'Sports pitch',
};

/** "Bench", "Bus stop": what the tag that decided says, in the words the map itself uses. */
function whatItIs(tags: OsmTags): string {
  const key = Object.keys(ruleFor(tags)?.tags ?? {})[0];
  if (!key) return '';
  const value = tags[key] ?? '';
  return wider[`${key}=${value}`] ?? wordsFrom(value === 'yes' ? key : value);
}

const calledIn = (tags: OsmTags): string | undefined =>
  realNames.map((key) => tags[key]?.trim()).find((name) => name && name.length > 1);

/** Whether it has a name of its own, and not only a word for what it is. */
export const isNamed = (tags: OsmTags): boolean => calledIn(tags) !== undefined;

/** What people call it; for what nobody has named, what it is and its street. */
export function nameFrom(tags: OsmTags): string {
  const called = calledIn(tags);
  if (called) return cutText(called, 120);
  const street = tags['addr:street']?.trim();
  return cutText([whatItIs(tags), street].filter(Boolean).join(', '), 120);
}

/** Other names it is found by, in the form of tags. */
export function otherNames(tags: OsmTags): string[] {
  const name = nameFrom(tags).toLowerCase();
  const others = ['name:cy', 'name:en', 'alt_name', 'short_name', 'old_name'].map((key) =>
    (tags[key] ?? '').trim().toLowerCase(),
  );
  return [...new Set(others)].filter((other) => other.length > 1 && other !== name);
}
