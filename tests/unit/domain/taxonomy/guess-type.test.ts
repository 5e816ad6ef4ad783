import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultTypeOfKind, guessType, type TypeWords } from '#domain/taxonomy/guess-type.ts';
import { type AssetKind, assetKinds, kindOfType } from '#domain/taxonomy/kinds.ts';
import { assetTypes, catalogueKey, findType } from '#domain/taxonomy/types.ts';
import { englishTypeWords as words } from '../../../support/type-words.ts';

test.each<[AssetKind, string, string]>([
  ['places', 'Chatty bench by the canal', 'place.bench'],
  ['places', 'Canal bench', 'place.bench'],
  ['places', 'Sitting by the canal', 'place.nature'],
  ['places', "St Mark's Hall", 'place.hall'],
  ['places', 'St Mark’s Church Hall', 'place.hall'],
  ['places', "St Mark's Church", 'place.worship'],
  ['places', 'Playground in the park', 'place.play'],
  ['places', 'Bus stop by the school', 'place.travel'],
  ['places', 'Empty shop next to the butcher', 'place.could-be'],
  ['places', 'THE LOO', 'place.toilet-water'],
  ['groups', 'Tuesday knitters', 'assoc.hobby'],
  ['groups', 'Walking football', 'assoc.sport'],
  ['groups', 'Walking group', 'assoc.movement'],
  ['groups', 'Friends of Belle Vue Park', 'assoc.friends'],
  ['groups', 'Mother and toddler group at the church', 'assoc.family'],
  ['groups', "Men's Shed", 'assoc.elders'],
  ['organisations', 'Mill Street Surgery', 'inst.gp'],
  ['organisations', 'Maindee Library', 'inst.library'],
  ['exchange', 'Red Lion pub', 'exch.cafe'],
  ['exchange', 'Cafe Rosa', 'exch.cafe'],
  ['exchange', 'Library of things', 'exch.library-things'],
  ['exchange', 'Repair Café', 'exch.repair'],
  ['exchange', 'Food bank at St Pauls', 'exch.food-share'],
  ['stories', 'How we saved the baths', 'cult.success'],
  ['stories', 'Mural on Mill Street', 'cult.art'],
  ['people', 'Mrs Jones, lollipop lady', 'ind.street-rep'],
])('%s: %s is %s', (kind, name, id) => {
  expect(guessType(kind, name, words)).toBe(id);
});

test.each<[AssetKind, string]>([
  ['groups', 'Zzz'],
  ['places', ''],
  ['places', '… — !'],
  ['places', 'constructor __proto__'],
  ['exchange', 'The Dog and Duck'],
])('%s: %j tells nothing', (kind, name) => {
  expect(guessType(kind, name, words)).toBeUndefined();
});

test('a word begun is enough, but the whole word is stronger', () => {
  const types = {
    place_park: { label: 'Park', synonyms: 'flowers' },
    place_garden: { label: 'Garden', synonyms: 'flower' },
  };
  const two: TypeWords = { namesFirst: false, types };
  expect(guessType('places', 'Gardeners corner', two)).toBe('place.garden');
  expect(guessType('places', 'Parks', two)).toBe('place.park');
  expect(guessType('places', 'Flowers', two)).toBe('place.park');
});

test('every kind has a default of its own kind', () => {
  for (const kind of assetKinds) {
    expect(findType(defaultTypeOfKind[kind])).toBeDefined();
    expect(kindOfType(defaultTypeOfKind[kind])).toBe(kind);
  }
});

test('every type is guessed from one of its own words', () => {
  const unreachable = assetTypes.filter(({ id, kind }) => {
    const { label = '', synonyms = '' } = words.types[catalogueKey(id)] ?? {};
    return !`${label}|${synonyms}`.split('|').some((word) => guessType(kind, word, words) === id);
  });
  expect(unreachable).toEqual([]);
});

test('whatever is typed, the guess is of the kind asked for and always the same', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...assetKinds),
      fc.oneof(fc.string({ unit: 'grapheme' }), fc.lorem({ maxCount: 6 })),
      (kind, name) => {
        const guess = guessType(kind, name, words);
        expect(guess === undefined || kindOfType(guess) === kind).toBe(true);
        expect(guessType(kind, name, structuredClone(words))).toBe(guess);
      },
    ),
  );
});
