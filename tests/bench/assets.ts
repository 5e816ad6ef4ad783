import type { JsonObject } from '#base/json.ts';
import { commonWords, nameBodies, nameHeads, streets } from '../support/neighbourhood-words.ts';
import { type Chance, chance } from '../support/seeded.ts';

const types = ['place.hall', 'place.park', 'place.play', 'place.bench', 'place.travel'] as const;
const costs = ['free', 'donation', 'paid', 'unknown'] as const;
const centre = { lon: -2.992, lat: 51.579 };
const memberId = '6f1c0f4e-1b5a-4a53-9b0e-0c2a6d1f0a11';

/** The same id for the same number, so that two stores hold the same things. */
export const assetId = (index: number): string =>
  `10000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;

/**
 * The plain values of one made-up place, about 480 bytes as JSON and whole: the book has nothing
 * left to fill in, so a bare store given the same values stores the same. Depends on `index` alone.
 */
export function placeValues(index: number): JsonObject {
  const dice = chance(index + 1);
  return {
    name: `${dice.pick(nameHeads)} ${dice.pick(nameBodies['place'] ?? ['Hall'])} ${index}`,
    assetType: dice.pick(types),
    summary: words(dice, 8),
    location: {
      precision: 'exact',
      geometry: { type: 'Point', coordinates: somewhere(dice) },
      words: `${1 + dice.below(180)} ${dice.pick(streets)}`,
      capturedBy: 'tap',
      capturedAt: '2026-11-01T10:00:00Z',
    },
    cost: dice.pick(costs),
    share: 'members',
    status: 'active',
    createdAt: '2026-11-01T10:00:00Z',
    createdBy: memberId,
    source: { kind: 'observation', licence: 'own' },
    reviewDueOn: '2027-11-01',
  };
}

export interface AssetSpot {
  readonly lon: number;
  readonly lat: number;
}

/** Where the place of that number lies. */
export function assetSpot(index: number): AssetSpot {
  const { location } = placeValues(index) as unknown as {
    readonly location: { readonly geometry: { readonly coordinates: readonly [number, number] } };
  };
  const [lon, lat] = location.geometry.coordinates;
  return { lon, lat };
}

/** What the three edits of P15 set: new words, another cost, a better name. */
export const placeEdits = (index: number): readonly JsonObject[] => {
  const dice = chance(index + 7_000_001);
  return [
    { summary: words(dice, 8) },
    { cost: dice.pick(costs) },
    { name: `${dice.pick(nameHeads)} ${dice.pick(nameBodies['place'] ?? ['Hall'])} at ${index}` },
  ];
};

const words = (dice: Chance, count: number): string =>
  Array.from({ length: count }, () => dice.pickSkewed(commonWords)).join(' ');

const somewhere = (dice: Chance): number[] => [
  rounded(centre.lon + (dice.next() - 0.5) * 0.05),
  rounded(centre.lat + (dice.next() - 0.5) * 0.03),
];

/** Seven places, as a phone gives them and a file keeps them. */
const rounded = (degrees: number): number => Math.round(degrees * 1e7) / 1e7;
