import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { matchOsm } from '#domain/taxonomy/match-osm.ts';
import type { OsmTags } from '#domain/taxonomy/osm-tags.ts';

/** Real objects, kept outside the project (ODbL); the made-up ones are in tests/fixtures. */
const folder = new URL('../../../../../shared/data/assets/', import.meta.url);
/** Floors a little under what was measured: 422 of 423 and 1,570 of 1,576. */
const files = [
  { file: 'osm-newport-pill.geojson', objects: 423, floor: 0.99 },
  { file: 'osm-newport.geojson', objects: 1576, floor: 0.99 },
];

const tagsIn = (path: URL): readonly OsmTags[] =>
  JSON.parse(readFileSync(path, 'utf8')).features.map(
    (feature: { properties: OsmTags }) => feature.properties,
  );

const mainKeys = ['amenity', 'shop', 'leisure', 'tourism', 'healthcare', 'office', 'historic'];

const commonest = (untyped: readonly OsmTags[]): string => {
  const counts = new Map<string, number>();
  for (const tags of untyped)
    for (const key of mainKeys.filter((each) => each in tags)) {
      const tagPair = `${key}=${tags[key]}`;
      counts.set(tagPair, (counts.get(tagPair) ?? 0) + 1);
    }
  return [...counts]
    .sort(([, a], [, b]) => b - a)
    .slice(0, 10)
    .map(([tagPair, count]) => `${tagPair} ×${count}`)
    .join(', ');
};

describe.each(files)('$file', ({ file, objects, floor }) => {
  const path = new URL(file, folder);
  const there = existsSync(path);
  if (!there) console.log(`Skipped: ${file} is not on this machine.`);

  test.skipIf(!there)('nearly every real object is typed or refused with a reason', () => {
    const all = tagsIn(path);
    expect(all.length).toBe(objects);
    const results = all.map((tags) => ({ tags, match: matchOsm(tags) }));
    const untyped = results.filter(({ match }) => match === null).map(({ tags }) => tags);
    const refused = results.filter(({ match }) => match && 'refused' in match).length;
    const typed = all.length - untyped.length - refused;
    console.log(
      `${file}: ${typed} typed, ${refused} refused, ${untyped.length} of ${all.length} untyped. Commonest untyped: ${commonest(untyped)}`,
    );
    expect((typed + refused) / all.length).toBeGreaterThanOrEqual(floor);
    expect(typed / all.length).toBeGreaterThanOrEqual(0.97);
  });

  test.skipIf(!there)('every real shelter is refused', () => {
    const shelters = tagsIn(path).filter((tags) => tags['social_facility'] === 'shelter');
    expect(shelters.length).toBe(2);
    for (const tags of shelters) expect(matchOsm(tags)).toEqual({ refused: 'shelter' });
  });
});
