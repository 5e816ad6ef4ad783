import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWalkGraph, type WalkEdge, writeWalkGraph } from '#pack/walk-graph.ts';
import { runs } from '../../support/runs.ts';

type Spot = readonly [number, number];

const spot = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);
const graph = fc.array(spot, { minLength: 1, maxLength: 30 }).chain((nodes) =>
  fc.record({
    nodes: fc.constant(nodes),
    edges: fc.array(
      fc.record({
        from: fc.nat(nodes.length - 1),
        to: fc.nat(nodes.length - 1),
        decimetres: fc.nat(100_000),
      }),
      { maxLength: 60 },
    ),
  }),
);

/** Ways out of each node with their lengths, told plainly. */
function waysOut(nodes: readonly Spot[], edges: readonly WalkEdge[]): string[][] {
  return nodes.map((_, n) =>
    edges
      .flatMap(({ from, to, decimetres }) => [
        ...(from === n ? [`${to} ${decimetres}`] : []),
        ...(to === n ? [`${from} ${decimetres}`] : []),
      ])
      .sort(),
  );
}

test('what is written is read: places, and the ways out of each', () => {
  fc.assert(
    fc.property(graph, ({ nodes, edges }) => {
      const read = readWalkGraph(writeWalkGraph(nodes, edges).buffer);
      expect([...read.lon]).toEqual(nodes.map(([lon]) => Math.round(lon * 1e7) || 0));
      expect([...read.lat]).toEqual(nodes.map(([, lat]) => Math.round(lat * 1e7) || 0));
      const out = nodes.map((_, n) =>
        [...read.ends.slice(read.starts[n], read.starts[n + 1])]
          .map((end, e) => `${end} ${read.decimetres[(read.starts[n] ?? 0) + e]}`)
          .sort(),
      );
      expect(out).toEqual(waysOut(nodes, edges));
    }),
    runs(200),
  );
});

const small = (): Uint8Array<ArrayBuffer> =>
  writeWalkGraph(
    [
      [-3, 51],
      [-2.9, 51.1],
    ],
    [{ from: 0, to: 1, decimetres: 120 }],
  );

test('it begins with its name and is as long as its counts say', () => {
  expect(new TextDecoder().decode(small().subarray(0, 4))).toBe('PBW1');
  expect(small()).toHaveLength(12 + 2 * 8 + 12);
});

describe('refused', () => {
  const changed = (at: number, value: number): ArrayBuffer => {
    const { buffer } = small();
    new DataView(buffer).setUint32(at, value, true);
    return buffer;
  };
  test.each([
    ['nothing', new ArrayBuffer(0), 'no graph'],
    ['another file', changed(0, 7), 'no graph'],
    ['more nodes than bytes', changed(4, 3), 'counts'],
    ['four thousand million edges', changed(8, 0xff_ff_ff_ff), 'counts'],
    ['a cut one', small().buffer.slice(0, -1), 'counts'],
    ['a way to a node that is not there', changed(12 + 16, 2), 'a way to nowhere'],
    ['a place off the earth', changed(12, 1_900_000_000), 'off the earth'],
  ])('%s', (_, bytes, why) => {
    expect(() => readWalkGraph(bytes)).toThrow(why);
  });

  test('random bytes never give a graph that points outside of itself', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (noise) => {
        const bytes = small();
        bytes.set(noise.subarray(0, bytes.length - 4), 4);
        try {
          const { lon, ends } = readWalkGraph(bytes.buffer);
          expect(ends.every((end) => end < lon.length)).toBe(true);
        } catch (error) {
          expect(error).toHaveProperty('message');
        }
      }),
      runs(300),
    );
  });
});
