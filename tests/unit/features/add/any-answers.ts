import fc from 'fast-check';
import { shareLevels } from '#domain/sharing/level.ts';
import { giftDimensions } from '#domain/taxonomy/gifts.ts';
import { assetKinds } from '#domain/taxonomy/kinds.ts';
import { assetTypes } from '#domain/taxonomy/types.ts';
import { type Answers, whereWays } from '#features/add/answers.ts';

const orNull = <T>(some: fc.Arbitrary<T>) => fc.option(some, { nil: null });
const line = (maxLength: number) =>
  fc
    .string({ minLength: 2, maxLength, unit: 'grapheme-ascii' })
    .filter((text) => text.trim().length > 1);

const typedLine = fc.oneof(
  fc.constantFrom(
    '',
    '12 Temple Street',
    'Flat 3, 12a Temple Street, Newport NP20 2GA',
    'Temple Street',
    'np20 2ga',
    '7',
    'Corner of 5th Avenue, Pill',
  ),
  line(60),
);

/** Answers a person could have given, whatever the order of their taps. */
export const anyAnswers: fc.Arbitrary<Answers> = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom(...assetKinds),
  name: line(55),
  type: orNull(fc.constantFrom(...assetTypes.map(({ id }) => id))),
  dimension: fc.constantFrom(...giftDimensions),
  gift: line(100),
  way: orNull(fc.constantFrom(...whereWays)),
  typed: typedLine,
  spot: orNull(
    fc.record({
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      accuracyM: orNull(fc.integer({ min: 0, max: 20_000 })),
      by: fc.constantFrom('gps' as const, 'tap', 'geocode', 'street-snap'),
      at: fc.integer({ min: 1_700_000_000_000, max: 1_900_000_000_000 }),
    }),
  ),
  address: typedLine,
  near: orNull(fc.boolean()),
  secret: fc.boolean(),
  share: orNull(fc.constantFrom(...shareLevels)),
  at: fc.constantFrom('', 'add-name'),
});
