import type { Tags } from '../extract/elements.ts';

/**
 * Ways one may walk along unless they say otherwise, in most countries
 * (wiki.openstreetmap.org/wiki/OSM_tags_for_routing/Access_restrictions).
 */
const walkable = new Set(
  [
    'primary secondary tertiary unclassified residential living_street service track road',
    'path footway pedestrian steps cycleway bridleway corridor',
    'primary_link secondary_link tertiary_link',
  ].flatMap((line) => line.split(' ')),
);
/** Fast roads: only where somebody has said that one may walk there. */
const whereAllowed = new Set(['trunk', 'trunk_link', 'busway']);

const allowing = new Set(['yes', 'designated', 'permissive', 'permit', 'official']);
const forbidding = new Set(['no', 'private', 'use_sidepath', 'agricultural', 'forestry']);
const pavements = new Set(['yes', 'both', 'left', 'right']);

const says = (tags: Tags, key: string, values: ReadonlySet<string>): boolean =>
  values.has(tags.get(key) ?? '');

/** One may walk along this way: its own word for walkers counts before the word for everybody. */
export function isOpenOnFoot(tags: Tags): boolean {
  const highway = tags.get('highway') ?? '';
  const isAllowed = says(tags, 'foot', allowing);
  if (says(tags, 'foot', forbidding)) return false;
  if (!isAllowed && says(tags, 'access', forbidding)) return false;
  if (walkable.has(highway)) return true;
  return whereAllowed.has(highway) && (isAllowed || hasPavement(tags));
}

const hasPavement = (tags: Tags): boolean =>
  says(tags, 'sidewalk', pavements) ||
  says(tags, 'sidewalk:both', pavements) ||
  says(tags, 'sidewalk:left', pavements) ||
  says(tags, 'sidewalk:right', pavements);
