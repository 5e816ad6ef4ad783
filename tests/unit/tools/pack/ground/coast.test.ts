import { expect, test } from 'vitest';
import type { Box } from '../../../../../tools/pack/box.ts';
import { createNodePlaces } from '../../../../../tools/pack/extract/node-places.ts';
import { tidalWater } from '../../../../../tools/pack/ground/coast.ts';
import { isInside, signedArea } from '../../../../../tools/pack/ground/rings.ts';

const box: Box = [0, 0, 4, 4];
type Line = readonly (readonly [lon: number, lat: number])[];

/** Same place, same node: so that lines join. */
function water(...lines: readonly Line[]) {
  const nodes = createNodePlaces();
  const ids = new Map<string, number>();
  const idOf = (lon: number, lat: number): number => {
    const key = `${lon} ${lat}`;
    const id = ids.get(key) ?? ids.size + 1;
    if (!ids.has(key)) nodes.add(id, lon * 1e7, lat * 1e7);
    ids.set(key, id);
    return id;
  };
  const ways = lines.map((line, n) => ({
    id: n + 1,
    refs: line.map(([lon, lat]) => idOf(lon, lat)),
    tags: new Map([['natural', 'coastline']]),
  }));
  const all = new Map(ways.map((way) => [way.id, way]));
  return tidalWater({ nodes, points: [], relations: [], ways: all }, box);
}

type Tide = ReturnType<typeof water>;
const isWet = ({ polygons }: Tide, lon: number, lat: number): boolean =>
  polygons.some(
    ({ coordinates }) => coordinates.filter((ring) => isInside([lon, lat], ring)).length % 2 === 1,
  );
/** Square degrees under water. */
const wetArea = ({ polygons }: Tide): number =>
  polygons.reduce(
    (sum, { coordinates: [outer = [], ...holes] }) =>
      sum +
      Math.abs(signedArea(outer)) / 2 -
      holes.reduce((all, hole) => all + Math.abs(signedArea(hole)) / 2, 0),
    0,
  );

/** Land on the left: the west bank runs north, the east bank south. */
const westBank: Line = [
  [1, -1],
  [1, 2],
  [1, 5],
];
const eastBank: Line = [
  [2, 5],
  [2, -1],
];

test('a river between two coasts', () => {
  const tide = water(westBank, eastBank);
  expect([0.5, 1.5, 2.5].map((lon) => isWet(tide, lon, 2.1))).toEqual([false, true, false]);
  expect(wetArea(tide)).toBeCloseTo(4, 6);
  expect(tide.isCut).toBe(false);
});

test('pieces of coast in any order', () => {
  const [a, b, c] = westBank;
  if (!a || !b || !c) throw new Error('a bank of three places');
  expect(wetArea(water([b, c], eastBank, [a, b]))).toBeCloseTo(4, 6);
});

test('one coast: the sea is to its right, round the corners of the box', () => {
  expect(wetArea(water(westBank))).toBeCloseTo(12, 6);
  expect(wetArea(water([...westBank].reverse()))).toBeCloseTo(4, 6);
});

test('a coast that enters and leaves by the same side, both ways about', () => {
  const bay: Line = [
    [1, 5],
    [1, 3],
    [3, 3],
    [3, 5],
  ];
  expect(wetArea(water(bay))).toBeCloseTo(14, 6);
  expect(wetArea(water([...bay].reverse()))).toBeCloseTo(2, 6);
});

const island: Line = [
  [2, 2],
  [3, 2],
  [3, 3],
  [2, 3],
  [2, 2],
];

test('an island is a hole in the sea, in a strait too', () => {
  expect(wetArea(water(island))).toBeCloseTo(15, 6);
  const tide = water(island, westBank);
  expect(isWet(tide, 2.5, 2.5)).toBe(false);
  expect(wetArea(tide)).toBeCloseTo(11, 6);
});

test('a ring of coast round water is a lagoon', () => {
  expect(wetArea(water([...island].reverse()))).toBeCloseTo(1, 6);
});

test('an island across the edge, begun inside of the box', () => {
  const across: Line = [
    [3, 1],
    [5, 1],
    [5, 3],
    [3, 3],
    [3, 1],
  ];
  const tide = water(across);
  expect(wetArea(tide)).toBeCloseTo(14, 6);
  expect(isWet(tide, 3.5, 2)).toBe(false);
});

test('two rivers do not run into each other', () => {
  const other: readonly Line[] = [
    [
      [3, -1],
      [3, 5],
    ],
    [
      [3.5, 5],
      [3.5, -1],
    ],
  ];
  expect(wetArea(water(westBank, eastBank, ...other))).toBeCloseTo(6, 6);
});

test('no coast, no sea; a coast outside the box is none either', () => {
  expect(water().polygons).toEqual([]);
  expect(
    water([
      [-3, -1],
      [-3, 5],
    ]).polygons,
  ).toEqual([]);
});

test('a coast that stops inside is led to the nearest edge, and it is said', () => {
  const tide = water([
    [1, -1],
    [1, 3.5],
  ]);
  expect(tide.isCut).toBe(true);
  expect(wetArea(tide)).toBeCloseTo(12, 6);
});
