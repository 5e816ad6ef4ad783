import type { OsmTags } from './osm-tags.ts';

/** `shelter`: telling where it is may harm people. `disused`, `private`: not there to be used. */
export type RefusalReason = 'shelter' | 'disused' | 'private';

export const valuesOf = (tags: OsmTags, key: string): readonly string[] =>
  (Object.hasOwn(tags, key) ? (tags[key] ?? '') : '')
    .split(';')
    .map((value) => value.trim().toLowerCase())
    .filter((value) => value !== '');

const hasAny = (tags: OsmTags, key: string, values: readonly string[]): boolean =>
  valuesOf(tags, key).some((value) => values.includes(value));

const hidingPlaces = ['shelter', 'safe_house', 'refuge', 'womens_shelter', 'women_shelter'];
const peopleInDanger = ['woman', 'women', 'girl', 'girls', 'victim', 'victims', 'abused'];
const openToAll = ['food_bank', 'soup_kitchen', 'dairy_kitchen', 'clothing_bank'];

const nameKeys = /^(?:(?:alt_|official_|short_|old_)?name(?::.+)?|operator(?::.+)?|description)$/;
/** English and Welsh names of refuges and of services for women in danger. */
const refugeNames =
  /\bwom[ae]n(?:['’]?s)? (?:aid|refuge|centre|centres|services?|shelter)\b|\bdomestic (?:abuse|violence)\b|\bsexual (?:assault|violence|abuse)\b|\brape (?:crisis|support)\b|\bsafe ?house\b|\bcymorth i (?:ferched|fenywod)\b|\bcam-?drin domestig\b/i;
const refugeWord = /\b(?:refuge|lloches)\b/i;
const staffed = ['social_facility', 'community_centre', 'social_centre', 'office', 'healthcare'];

const wordsOf = (tags: OsmTags): readonly string[] =>
  Object.keys(tags)
    .filter((key) => nameKeys.test(key))
    .map((key) => tags[key] ?? '');

const isStaffed = (tags: OsmTags): boolean =>
  hasAny(tags, 'amenity', staffed) || staffed.some((key) => valuesOf(tags, key).length > 0);

/** A food bank that lists women beside others is open to all; one for women only is not. */
const isOpenToAll = (tags: OsmTags): boolean =>
  hasAny(tags, 'social_facility', openToAll) &&
  valuesOf(tags, 'social_facility:for').some((group) => !peopleInDanger.includes(group));

/** Refuges, hostels and services for women: when in doubt, yes. */
export const isShelter = (tags: OsmTags): boolean =>
  hasAny(tags, 'social_facility', hidingPlaces) ||
  (hasAny(tags, 'social_facility:for', peopleInDanger) && !isOpenToAll(tags)) ||
  wordsOf(tags).some(
    (words) => refugeNames.test(words) || (refugeWord.test(words) && isStaffed(tags)),
  );

const holdsBut = (tags: OsmTags, key: string, no: string): boolean =>
  valuesOf(tags, key).some((value) => value !== no);

const isGone = (tags: OsmTags): boolean =>
  ['disused', 'abandoned'].some((key) => holdsBut(tags, key, 'no'));

const former = /^(?:disused|abandoned):/;
/** Something it no longer is: a bookcase may stand in what was a telephone box. */
export const hasFormerUse = (tags: OsmTags): boolean =>
  Object.keys(tags).some((key) => former.test(key) && holdsBut(tags, key, 'no'));

export const wasPitch = (tags: OsmTags): boolean =>
  hasAny(tags, 'disused:leisure', ['pitch']) || hasAny(tags, 'abandoned:leisure', ['pitch']);

const ownGardens = ['residential', 'private', 'roof_garden'];
const isPrivate = (tags: OsmTags): boolean =>
  hasAny(tags, 'access', ['private', 'no']) || hasAny(tags, 'garden:type', ownGardens);

/** A pitch nobody may use is land that could be opened: the one thing closed doors do not hide. */
export const isClosedPitch = (tags: OsmTags): boolean =>
  hasAny(tags, 'leisure', ['pitch']) && (isGone(tags) || isPrivate(tags));

/** Why an object may not be offered, `shelter` before all else; `undefined` when it may. */
export const refusalOf = (tags: OsmTags): RefusalReason | undefined => {
  if (isShelter(tags)) return 'shelter';
  if (isGone(tags)) return 'disused';
  return isPrivate(tags) ? 'private' : undefined;
};
