import { cutText } from '#base/cut-text.ts';
import type { Json, JsonObject } from '#base/json.ts';
import { normalisePostcode } from '#domain/place/postcode.ts';
import { kindOf } from '#domain/record/kinds.ts';
import type { RecordType } from '#domain/record/values.ts';
import { valuesOf } from '#domain/taxonomy/osm-refusals.ts';
import type { OsmTags } from '#domain/taxonomy/osm-tags.ts';
import { contactFrom } from './geojson-contact.ts';
import { nameFrom, otherNames } from './geojson-tags.ts';
import { parseOpeningHours } from './opening-hours.ts';

type Loose = Readonly<Record<string, Json | undefined>>;

/** Only what has something to say. */
const present = (values: Loose): JsonObject | undefined => {
  const said = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return said.length > 0 ? (Object.fromEntries(said) as JsonObject) : undefined;
};

const short = (text: string | undefined, most: number): string | undefined =>
  cutText(text?.normalize('NFC').replace(/\s+/g, ' ').trim() ?? '', most).trim() || undefined;

const is = (tags: OsmTags, key: string, ...values: readonly string[]): boolean =>
  valuesOf(tags, key).some((value) => values.includes(value));

function addressFrom(tags: OsmTags): JsonObject | undefined {
  const postcode = normalisePostcode(tags['addr:postcode'] ?? tags['postcode'] ?? '');
  const street = [tags['addr:housenumber'], tags['addr:street'] ?? tags['addr:place']];
  const numbered = street.filter(Boolean).join(' ');
  const house = tags['addr:housename'] ?? tags['addr:unit'];
  const plain = tags['address'] ?? tags['Address'];
  return present({
    line1: short(house ?? (numbered || plain), 100),
    line2: house ? short(numbered, 100) : undefined,
    town: short(tags['addr:city'] ?? tags['addr:town'], 60),
    postcode: postcode.ok ? postcode.value : undefined,
  });
}

function yesOrNo(tags: OsmTags, key: string): 'yes' | 'no' | undefined {
  if (is(tags, key, 'yes', 'designated')) return 'yes';
  return is(tags, key, 'no') ? 'no' : undefined;
}

const accessFrom = (tags: OsmTags): JsonObject | undefined =>
  present({
    wheelchair: is(tags, 'wheelchair', 'limited') ? 'limited' : yesOrNo(tags, 'wheelchair'),
    accessibleToilet: yesOrNo(tags, 'toilets:wheelchair'),
    hearingLoop: yesOrNo(tags, 'hearing_loop'),
    detail: short(tags['wheelchair:description'], 300),
  });

/** Which tags promise which facility. */
const facilityTags: readonly (readonly [facility: string, key: string, ...values: string[]])[] = [
  ['toilets', 'toilets', 'yes', 'customers'],
  ['toilets', 'amenity', 'toilets'],
  ['wifi', 'internet_access', 'wlan', 'wifi', 'yes'],
  ['drinking-water', 'drinking_water', 'yes'],
  ['drinking-water', 'amenity', 'drinking_water', 'water_point'],
  ['baby-change', 'changing_table', 'yes'],
  ['baby-change', 'diaper', 'yes'],
  ['defibrillator', 'emergency', 'defibrillator'],
  ['warm-space', 'community_centre', 'warm_hub'],
];

const facilitiesFrom = (tags: OsmTags): string[] => [
  ...new Set(
    facilityTags
      .filter(([, key, ...values]) => is(tags, key, ...values))
      .map(([facility]) => facility),
  ),
];

function costFrom(tags: OsmTags): 'free' | 'paid' | undefined {
  if (is(tags, 'fee', 'no')) return 'free';
  return is(tags, 'fee', 'yes') || tags['charge'] ? 'paid' : undefined;
}

const hoursMost = 20;

function hoursFrom(tags: OsmTags): Json | undefined {
  const said = tags['opening_hours'] ?? tags['opening times'] ?? '';
  const { schedules } = parseOpeningHours(said.slice(0, 1000));
  if (schedules.length === 0) return undefined;
  return schedules.slice(0, hoursMost) as unknown as Json;
}

const some = (list: readonly string[]): Json | undefined => (list.length > 0 ? list : undefined);

const wordsFrom = (tags: OsmTags): string | undefined =>
  short(tags['description'] ?? tags['description:en'] ?? tags['inscription'], 500);

interface About {
  readonly type: RecordType;
  readonly assetType: string | undefined;
  /** Where the ways to reach it are already published, in words. */
  readonly publishedWhere: string | undefined;
}

/** Everything the tags tell that this kind of record has a field for. */
export function valuesFrom(tags: OsmTags, { type, assetType, publishedWhere }: About): JsonObject {
  const hours = hoursFrom(tags);
  const all: Loose = {
    name: nameFrom(tags),
    assetType,
    summary: wordsFrom(tags),
    purpose: wordsFrom(tags),
    address: addressFrom(tags),
    openingTimes: hours,
    meets: hours,
    access: accessFrom(tags),
    facilities: some(facilitiesFrom(tags)),
    cost: costFrom(tags),
    contact: contactFrom(tags, publishedWhere),
    steward: short(tags['operator'], 120),
    communityUse: assetType === 'place.could-be' ? 'could-be' : undefined,
    tags: some(otherNames(tags).filter((name) => name.length <= 40)),
  };
  const fields = kindOf(type)?.fields ?? {};
  const fitting = Object.entries(all).filter(([field]) => Object.hasOwn(fields, field));
  return present(Object.fromEntries(fitting)) ?? {};
}
