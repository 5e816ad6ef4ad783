import { expect, it, test } from 'vitest';
import { metresBetween } from '#domain/place/distance.ts';
import { fromBritishGrid } from '#formats/british-grid.ts';

/** Ordnance Survey's own test points for OSTN15: ETRS89 degrees and the exact grid position. */
const testPoints: readonly (readonly [
  string,
  readonly [number, number],
  readonly [number, number],
])[] = [
  ['St Mary’s, Scilly', [49.9222639373, -6.29977752014], [91492.146, 11318.804]],
  ['Lizard', [49.9600613782, -5.20304609998], [170370.718, 11572.405]],
  ['Plymouth', [50.4388582561, -4.10864563561], [250359.811, 62016.569]],
  ['St Athan', [51.4007822014, -3.55128349241], [292184.87, 168003.465]],
  ['Chatham', [51.3744702555, 1.44454730409], [639821.835, 169565.858]],
  ['Bristol', [51.4275474302, -2.54407618349], [362269.991, 169978.69]],
  ['Greenwich', [51.4893656495, -0.1199255718], [530624.974, 178388.464]],
];

test.each(testPoints)(
  '%s lies within five metres of where it is',
  (_, [lat, lon], [east, north]) => {
    const spot = fromBritishGrid(east, north);
    expect(spot && metresBetween(spot, { lon, lat })).toBeLessThan(5);
  },
);

it.each([
  [0, 0],
  [-1, 200_000],
  [331.2, 188.4],
  [700_001, 200_000],
  [330_000, 1_300_001],
  [Number.NaN, 200_000],
  [-333_000, 6_720_000],
])('%d, %d is no place on the grid', (east, north) => {
  expect(fromBritishGrid(east, north)).toBeUndefined();
});
