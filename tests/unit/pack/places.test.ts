import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { placesSchema } from '#pack/places.ts';

const street = {
  names: { '': 'Bramble Street', cy: 'Stryd y Fiaren', 'zh-Hant': '荊棘街' },
  at: [-2_997_000, 51_575_000],
  box: [-2_999_500, 51_575_000, -2_994_500, 51_575_000],
};
const group = { street: 0, postcode: 'ZZ9 9AA', homes: [['12a', -2_997_000, 51_575_100]] };
const good = {
  v: 1,
  streets: [street],
  groups: [group, { place: 'Pwll Farm', homes: [] }],
  postcodes: [['ZZ9 9AA', -2_997_000, 51_575_000]],
};

test('streets, houses and postcodes', () => {
  expect(v.parse(placesSchema, good)).toEqual(good);
});

describe('refused', () => {
  test.each([
    ['a later make', { ...good, v: 2 }],
    ['a street without a local name', { ...good, streets: [{ ...street, names: { cy: 'X' } }] }],
    [
      'a name in no language',
      { ...good, streets: [{ ...street, names: { '': 'X', '<b>': 'X' } }] },
    ],
    ['a place off the earth', { ...good, postcodes: [['ZZ9 9AA', 0, 90_000_001]] }],
    ['a part of a microdegree', { ...good, postcodes: [['ZZ9 9AA', 0.5, 0]] }],
    ['a house of a street that is not there', { ...good, groups: [{ ...group, street: 1 }] }],
    ['a house without a number', { ...good, groups: [{ ...group, homes: [['', 0, 0]] }] }],
    ['a name of 121 letters', { ...good, groups: [{ place: 'x'.repeat(121), homes: [] }] }],
  ])('%s', (_, places) => {
    expect(v.is(placesSchema, places)).toBe(false);
  });
});
