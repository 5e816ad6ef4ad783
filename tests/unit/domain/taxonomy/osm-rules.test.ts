import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ruleFor } from '#domain/taxonomy/match-osm.ts';
import { isClosedPitch, refusalOf } from '#domain/taxonomy/osm-refusals.ts';
import { type OsmRule, type OsmTags, osmRules } from '#domain/taxonomy/osm-tags.ts';
import { findType } from '#domain/taxonomy/types.ts';

/** Tags that just fit a rule; `*` becomes a value that no rule names. */
const tagsFor = (rule: OsmRule): Record<string, string> =>
  Object.fromEntries(
    Object.entries(rule.tags).map(([key, value]) => [key, value === '*' ? 'unheard_of' : value]),
  );
const size = (rule: OsmRule): number => Object.keys(rule.tags).length;
const canonical = (tags: OsmTags): string => JSON.stringify(Object.entries(tags).sort());
const named = osmRules.map((rule) => ({ rule, says: canonical(rule.tags) }));

test('the table was read', () => {
  expect(osmRules.length).toBeGreaterThan(150);
});

test('no two rules ask for the same tags', () => {
  expect(new Set(named.map(({ says }) => says)).size).toBe(osmRules.length);
});

describe.each(named)('$says', ({ rule }) => {
  test('leads to a known type that is nobody’s role', () => {
    expect(findType(rule.type)?.kind).toBeDefined();
    expect(findType(rule.type)?.kind).not.toBe('people');
  });

  test('decides when an object has just these tags', () => {
    expect(ruleFor(tagsFor(rule))).toBe(rule);
  });

  test('is not refused by its own tags', () => {
    expect(refusalOf(tagsFor(rule))).toBeUndefined();
    expect(isClosedPitch(tagsFor(rule))).toBe(false);
  });
});

/** Objects that two rules fit at once, and which of the two should come first. */
const sharedObjects = osmRules.flatMap((first, at) =>
  osmRules.slice(at + 1).flatMap((second) => {
    const [a, b] = [tagsFor(first), tagsFor(second)];
    const clash = Object.keys(a).some((key) => key in b && a[key] !== b[key]);
    return clash ? [] : [{ a, b, expected: size(second) > size(first) ? second : first }];
  }),
);

/** A third rule may win over both, but only with more tags or from further up the table. */
const winsFairly = (winner: OsmRule, expected: OsmRule): boolean =>
  size(winner) === size(expected)
    ? osmRules.indexOf(winner) <= osmRules.indexOf(expected)
    : size(winner) > size(expected);

test('any two rules that fit one object are told apart: more tags, then order', () => {
  expect(sharedObjects.length).toBeGreaterThan(10_000);
  const wrong = sharedObjects.filter(({ a, b, expected }) => {
    const winner = ruleFor({ ...a, ...b });
    return !winner || winner !== ruleFor({ ...b, ...a }) || !winsFairly(winner, expected);
  });
  expect(wrong).toEqual([]);
});

test('the order in which an object lists its tags never matters', () => {
  const rule = fc.constantFrom(...osmRules);
  fc.assert(
    fc.property(
      fc.array(rule, { minLength: 1, maxLength: 5 }),
      fc.infiniteStream(fc.nat()),
      (rules, keys) => {
        const tags = Object.assign({}, ...rules.map(tagsFor)) as Record<string, string>;
        const mixed = Object.entries(tags)
          .map((entry) => ({ entry, at: keys.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ entry }) => entry);
        expect(ruleFor(Object.fromEntries(mixed))).toBe(ruleFor(tags));
      },
    ),
  );
});

test('among values in a list the most specific rule wins too', () => {
  expect(ruleFor({ amenity: 'parking; cafe' })?.type).toBe('exch.cafe');
  expect(ruleFor({ leisure: 'pitch', sport: 'soccer;skateboard' })?.type).toBe('place.play');
});
