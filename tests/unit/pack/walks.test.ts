import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DamagedPack } from '#pack/unpack.ts';
import { readWalkGraph, type WalkEdge, writeWalkGraph } from '#pack/walk-graph.ts';
import { createWalks, reachFrom } from '#pack/walks.ts';

type Node = readonly [lon: number, lat: number];

/** Bellman and Ford's way: slow, and nothing in common with the one under test. */
function plainReach(nodes: number, edges: readonly WalkEdge[], start: number): number[] {
  const reached = Array.from({ length: nodes }, (_, n) => (n === start ? 0 : Infinity));
  for (let round = 0; round < nodes; round += 1) {
    for (const { from, to, decimetres } of edges) {
      reached[to] = Math.min(reached[to] ?? 0, (reached[from] ?? 0) + decimetres);
      reached[from] = Math.min(reached[from] ?? 0, (reached[to] ?? 0) + decimetres);
    }
  }
  return reached;
}

const graphs = fc.integer({ min: 1, max: 25 }).chain((count) => {
  const node = fc.nat(count - 1);
  const edge = fc.record({ from: node, to: node, decimetres: fc.integer({ min: 1, max: 5_000 }) });
  const spot = fc.tuple(
    fc.double({ min: -3, max: -2.9, noNaN: true }),
    fc.double({ min: 51.5, max: 51.6, noNaN: true }),
  );
  return fc.record({
    nodes: fc.array(spot, { minLength: count, maxLength: count }),
    edges: fc.array(edge, { maxLength: 60 }),
    start: node,
  });
});

describe('the walking graph', () => {
  test('what is written is read, and the shortest ways are the plain reference’s', () => {
    fc.assert(
      fc.property(graphs, ({ nodes, edges, start }) => {
        const graph = readWalkGraph(writeWalkGraph(nodes, edges).buffer);
        expect([...graph.lon]).toEqual(nodes.map(([lon]) => Math.round(lon * 1e7)));
        expect([...reachFrom(graph, start)]).toEqual(plainReach(nodes.length, edges, start));
      }),
    );
  });

  test('bytes that lie are refused, never read beyond', () => {
    const whole = writeWalkGraph(
      [
        [0, 0],
        [0.001, 0],
      ],
      [{ from: 0, to: 1, decimetres: 1_113 }],
    );
    for (let length = 0; length < whole.length; length += 1)
      expect(() => readWalkGraph(whole.slice(0, length).buffer)).toThrow(DamagedPack);
    const nowhere = writeWalkGraph([[0, 0]], [{ from: 0, to: 7, decimetres: 1 }]);
    expect(() => readWalkGraph(nowhere.buffer)).toThrow('nowhere');
    const counts = whole.slice();
    new DataView(counts.buffer).setUint32(8, 0xffff_ffff, true);
    expect(() => readWalkGraph(counts.buffer)).toThrow('counts');
  });
});

/** Two banks of a river 150 m wide, and one bridge far to the north. */
const banks: readonly Node[] = [
  [-2.98, 51.58],
  [-2.9778, 51.58],
  [-2.98, 51.59],
  [-2.9778, 51.59],
];
const ways: readonly WalkEdge[] = [
  { from: 0, to: 2, decimetres: 11_120 },
  { from: 2, to: 3, decimetres: 1_520 },
  { from: 3, to: 1, decimetres: 11_120 },
];

describe('walks', () => {
  const walks = createWalks(readWalkGraph(writeWalkGraph(banks, ways).buffer));
  const from = walks.from({ lon: -2.98, lat: 51.58 });

  test('the far bank is over the bridge, not over the water', () => {
    expect(from({ lon: -2.9778, lat: 51.58 })).toBeCloseTo(2_376, 0);
  });

  test('to a place beside the path is a little further, to itself is nothing', () => {
    expect(from({ lon: -2.98, lat: 51.58 })).toBe(0);
    const aside = from({ lon: -2.9805, lat: 51.59 });
    expect(aside).toBeGreaterThan(1_112 + 30);
    expect(aside).toBeLessThan(1_112 + 40);
  });

  test('to what is close by off every path is no walk to the path and back', () => {
    const field = walks.from({ lon: -2.9835, lat: 51.58 });
    expect(field({ lon: -2.9835, lat: 51.58 })).toBe(0);
    expect(field({ lon: -2.9836, lat: 51.58 })).toBeCloseTo(6.9, 0);
  });

  test('far from every path nothing is known, and so it is where the start is', () => {
    expect(from({ lon: -2.9, lat: 51.58 })).toBeUndefined();
    expect(walks.from({ lon: 0, lat: 0 })({ lon: -2.98, lat: 51.58 })).toBeUndefined();
  });

  test('an empty graph knows no way', () => {
    const none = createWalks(readWalkGraph(writeWalkGraph([], []).buffer));
    expect(none.from({ lon: 0, lat: 0 })({ lon: 0, lat: 0 })).toBeUndefined();
  });
});
