import * as v from 'valibot';
import { expect, test } from 'vitest';
import {
  findGift,
  giftDimensions,
  giftsOf,
  giftTypeSchema,
  giftTypes,
} from '#domain/taxonomy/gifts.ts';

const idsWith = (flag: 'safeguardingFirst' | 'needsCheck' | 'explicitConsent') =>
  giftTypes.filter((gift) => gift[flag]).map((gift) => gift.id);

test('36 gifts, twelve of head, hand and heart', () => {
  expect(giftDimensions.map((dimension) => giftsOf(dimension).length)).toEqual([12, 12, 12]);
  expect(new Set(giftTypes.map(({ id }) => id)).size).toBe(36);
  for (const { id, dimension } of giftTypes) expect(id).toMatch(new RegExp(`^g\\.${dimension}\\.`));
});

test('gifts that could put someone at risk show the safeguarding card first', () => {
  expect(idsWith('safeguardingFirst')).toEqual([
    'g.head.health-know-how',
    'g.hand.childcare',
    'g.hand.lifts-errands',
  ]);
  expect(idsWith('needsCheck')).toEqual(['g.hand.childcare']);
  expect(idsWith('explicitConsent')).toEqual(['g.head.faith-culture']);
});

test('only known gifts are taken', () => {
  expect(v.is(giftTypeSchema, 'g.hand.bikes-cars')).toBe(true);
  for (const id of ['g.hand.', 'bikes-cars', 'toString', null])
    expect(v.is(giftTypeSchema, id)).toBe(false);
  expect(findGift('g.hand.juggling')).toBeUndefined();
});
