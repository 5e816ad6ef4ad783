import { describe, expect, test } from 'vitest';
import type { Member } from '../../../../../tools/pack/extract/elements.ts';
import { createNodePlaces } from '../../../../../tools/pack/extract/node-places.ts';
import type { Gathered } from '../../../../../tools/pack/gather.ts';
import { areaOf } from '../../../../../tools/pack/ground/areas.ts';
import { isInside } from '../../../../../tools/pack/ground/rings.ts';

/** A square of nodes `from` to `from + 3`, whose corners are at `low` and `high` degrees. */
type Square = readonly [from: number, low: number, high: number];

function ground(squares: readonly Square[], ways: Readonly<Record<number, readonly number[]>>) {
  const nodes = createNodePlaces();
  for (const [from, low, high] of squares) {
    const corners = [low, low, high, low, high, high, low, high].map((value) => value * 1e7);
    for (let n = 0; n < 4; n += 1)
      nodes.add(from + n, corners[n * 2] ?? 0, corners[n * 2 + 1] ?? 0);
  }
  const all = Object.entries(ways).map(([id, refs]) => ({ id: Number(id), refs, tags: new Map() }));
  const gathered: Gathered = {
    nodes,
    points: [],
    relations: [],
    ways: new Map(all.map((way) => [way.id, way])),
  };
  return gathered;
}

const areaWith = (gathered: Gathered, roles: Readonly<Record<number, string>>) => {
  const members: Member[] = Object.entries(roles).map(([id, role]) => ({
    type: 'way',
    id: Number(id),
    role,
  }));
  return areaOf({ id: 1, members, tags: new Map() }, gathered);
};
const ring = (from: number) => [from, from + 1, from + 2, from + 3, from];

/** In an odd number of rings. */
const covers = (area: ReturnType<typeof areaOf>, at: number): boolean =>
  (area?.geometry.coordinates ?? []).some(
    (rings) => rings.filter((one) => isInside([at, at + 0.01], one)).length % 2 === 1,
  );

const squares: readonly Square[] = [
  [1, 0, 10],
  [11, 2, 8],
  [21, 4, 6],
];
const three = { 1: ring(1), 2: ring(11), 3: ring(21) };

describe('an area with a hole and an island in it', () => {
  test.each([
    ['told by roles', { 1: 'outer', 2: 'inner', 3: 'outer' }],
    ['not told', { 1: '', 2: '', 3: '' }],
  ])('%s', (_, roles) => {
    const area = areaWith(ground(squares, three), roles);
    expect([1, 3, 5, 7, 9, 11].map((at) => covers(area, at))).toEqual([
      true,
      false,
      true,
      false,
      true,
      false,
    ]);
    expect(area?.isCut).toBe(false);
  });
});

test('an outside of several ways, and the ways themselves unharmed', () => {
  const ways = { 1: [1, 2, 3], 2: [1, 4, 3] };
  const gathered = ground(squares, ways);
  expect(covers(areaWith(gathered, { 1: 'outer', 2: 'outer' }), 5)).toBe(true);
  expect(gathered.ways.get(2)?.refs).toEqual([1, 4, 3]);
});

test('two holes side by side are both cut out', () => {
  const side: readonly Square[] = [
    [1, 0, 10],
    [11, 2, 4],
    [21, 4, 6],
  ];
  const area = areaWith(ground(side, three), { 1: 'outer', 2: 'inner', 3: 'inner' });
  expect([1, 3, 5, 7].map((at) => covers(area, at))).toEqual([true, false, false, true]);
});

describe('cut by the edge of an extract', () => {
  test('an outside that never closes is no area, and its hole is not one either', () => {
    const gathered = ground(squares, { 1: [1, 2, 3], 2: ring(11) });
    expect(areaWith(gathered, { 1: 'outer', 2: 'inner', 99: 'outer' })).toBeUndefined();
  });

  test('what does close is kept', () => {
    const gathered = ground(squares, { 1: ring(1), 3: [21, 22] });
    const area = areaWith(gathered, { 1: 'outer', 3: 'outer' });
    expect(area?.isCut).toBe(true);
    expect(covers(area, 5)).toBe(true);
  });
});
