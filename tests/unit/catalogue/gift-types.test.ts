import { expect, test } from 'vitest';
import { projectThing } from '#catalogue/project.ts';
import type { AnyRecord } from '#domain/record/record.ts';

const withGifts = (gifts: readonly object[]) =>
  projectThing(
    {
      type: 'person',
      id: 'sali',
      displayName: 'Sali',
      createdAt: '2026-11-01T10:00:00Z',
      share: 'device',
      status: 'active',
      gifts,
    } as unknown as AnyRecord,
    0,
  )?.giftTypes;

test('a row says each type of its gifts once, whatever their order', () => {
  const bike = { words: 'mends bicycles', giftType: 'g.hand.bikes-cars' };
  const cook = { words: 'pots and pans', giftType: 'g.hand.cooking-baking' };
  const both = ['g.hand.bikes-cars', 'g.hand.cooking-baking'];
  expect(withGifts([cook, bike, { ...bike, words: 'and tricycles' }])).toEqual(both);
  expect(withGifts([bike, cook])).toEqual(both);
});

test('a gift without a type, or one that rests, adds none', () => {
  expect(withGifts([{ words: 'mends bicycles' }])).toBeUndefined();
  expect(
    withGifts([{ words: 'mends bicycles', giftType: 'g.hand.bikes-cars', active: false }]),
  ).toBeUndefined();
});
