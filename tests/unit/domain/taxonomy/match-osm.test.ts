import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchOsm } from '#domain/taxonomy/match-osm.ts';
import { type OsmTags, osmRules } from '#domain/taxonomy/osm-tags.ts';

interface Case {
  readonly is: string;
  readonly tags: OsmTags;
  readonly match: unknown;
}
const cases: readonly Case[] = JSON.parse(readFileSync('tests/fixtures/osm-tags.json', 'utf8'));

test('the made-up objects were read', () => {
  expect(cases.length).toBeGreaterThan(40);
});

test.each(cases)('$is', ({ tags, match }) => {
  expect(matchOsm(tags)).toEqual(match);
});

const anyTags = fc
  .array(fc.constantFrom(...osmRules), { maxLength: 4 })
  .map((rules): OsmTags => Object.assign({ name: 'Somewhere' }, ...rules.map(({ tags }) => tags)));

test('nothing beside it makes a shelter or a women’s service importable', () => {
  const telling = fc.constantFrom<OsmTags>(
    { social_facility: 'shelter' },
    { social_facility: 'food_bank;shelter' },
    { amenity: 'social_facility', social_facility: 'group_home', 'social_facility:for': 'woman' },
    { name: "Riverside Women's Refuge" },
    { operator: 'Domestic Violence Support' },
  );
  fc.assert(
    fc.property(anyTags, telling, (tags, secret) => {
      expect(matchOsm({ ...tags, ...secret })).toEqual({ refused: 'shelter' });
    }),
  );
});

test('what is closed or private is offered only as a pitch that could be', () => {
  const shut = fc.constantFrom<OsmTags>(
    { access: 'private' },
    { access: 'no' },
    { disused: 'yes' },
    { abandoned: 'yes' },
  );
  fc.assert(
    fc.property(anyTags, shut, (tags, door) => {
      const match = matchOsm({ ...tags, ...door });
      const asPitch = tags['leisure'] === 'pitch';
      if (asPitch) expect(match).toEqual({ type: 'place.could-be' });
      else expect(match).toHaveProperty('refused');
    }),
  );
});

test('what it was once hides only what is nothing else now', () => {
  const former = fc.constantFrom<OsmTags>(
    { 'disused:shop': 'wool' },
    { 'abandoned:building': 'yes' },
    { 'disused:amenity': 'pub' },
  );
  fc.assert(
    fc.property(anyTags, former, (tags, once) => {
      const now = matchOsm(tags);
      const match = matchOsm({ ...tags, ...once });
      if (match !== null && 'type' in match) expect(match).toEqual(now);
      else expect(match).toHaveProperty('refused');
      expect(matchOsm(once)).toEqual({ refused: 'disused' });
    }),
  );
});

test('any strings at all are survived', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.string()), (tags) => {
      expect(() => matchOsm(tags)).not.toThrow();
    }),
  );
});
