import { describe, expect, test } from 'vitest';
import { readWalkGraph, writeWalkGraph } from '#pack/walk-graph.ts';
import { createWalks } from '#pack/walks.ts';
import { widened } from '../../../../../tools/pack/box.ts';
import { createNodePlaces } from '../../../../../tools/pack/extract/node-places.ts';
import { type Gathered, walkMarginMetres } from '../../../../../tools/pack/gather.ts';
import { type MadeGraph, makeGraph } from '../../../../../tools/pack/graph/make-graph.ts';
import { extractBox, gathered, madeUpExtract } from '../../../../support/made-up-extract.ts';

/** Metres on foot from node to node, by trying every way (Bellman 1958). */
function metresBetween({ nodes, edges }: MadeGraph, start: number): number[] {
  const reached = nodes.map((_, n) => (n === start ? 0 : Number.POSITIVE_INFINITY));
  for (let round = 0; round < nodes.length; round += 1)
    for (const { from, to, decimetres } of edges)
      for (const [a, b] of [
        [from, to],
        [to, from],
      ] as const)
        reached[b] = Math.min(reached[b] ?? 0, (reached[a] ?? 0) + decimetres / 10);
  return reached;
}

/** Streets along these places, each told as degrees east of 3° W and north of 51.57° N, × 1000. */
function streets(lines: readonly (readonly (readonly [number, number])[])[]): Gathered {
  const nodes = createNodePlaces();
  const ids = new Map<string, number>();
  const idOf = ([east, north]: readonly [number, number]): number => {
    const key = `${east} ${north}`;
    const id = ids.get(key) ?? ids.size + 1;
    if (!ids.has(key)) nodes.add(id, (-3 + east / 1000) * 1e7, (51.57 + north / 1000) * 1e7);
    ids.set(key, id);
    return id;
  };
  const tags = new Map([['highway', 'residential']]);
  const ways = lines.map((line, n) => ({ id: n + 1, refs: line.map(idOf), tags }));
  return { nodes, points: [], relations: [], ways: new Map(ways.map((way) => [way.id, way])) };
}

const nodeAt = ({ nodes }: MadeGraph, lon: number, lat: number): number =>
  nodes.findIndex((at) => Math.abs(at[0] - lon) < 1e-6 && Math.abs(at[1] - lat) < 1e-6);

const walks = async (margin = walkMarginMetres): Promise<MadeGraph> =>
  makeGraph(await gathered(), widened(extractBox, margin));

describe('parts between which nobody can walk', () => {
  const box = [-3.1, 51.5, -2.9, 51.7] as const;
  const walksOn = (lines: Parameters<typeof streets>[0]) => {
    const { nodes, edges } = makeGraph(streets(lines), box);
    return createWalks(readWalkGraph(writeWalkGraph(nodes, edges).buffer));
  };
  const at = (east: number, north: number) => ({
    lon: -3 + east / 1000,
    lat: 51.57 + north / 1000,
  });

  test('the other bank starts from its own streets, and no walk leads there', () => {
    const banks = walksOn([
      [
        [0, 0],
        [0, 30],
      ],
      [
        [2, 0],
        [2, 25],
      ],
    ]);
    expect(banks.from(at(0, 0))(at(2, 0))).toBeUndefined();
    expect(banks.from(at(2, 0))(at(2, 25))).toBeCloseTo(2780, -1);
  });

  test('a path that leads nowhere takes nobody in', () => {
    const island = walksOn([
      [
        [0, 0],
        [0, 30],
      ],
      [
        [2, 0],
        [2, 1],
      ],
    ]);
    expect(island.from(at(2, 0))(at(0, 30))).toBeGreaterThan(3000);
  });

  test('two rings without a junction are both gone round', () => {
    const ring = (east: number): readonly (readonly [number, number])[] => [
      [east, 0],
      [east, 10],
      [east + 10, 10],
      [east + 10, 0],
      [east, 0],
    ];
    const rings = walksOn([ring(0), ring(20)]);
    for (const east of [0, 20])
      expect(rings.from(at(east, 0))(at(east + 10, 10))).toBeCloseTo(1112 + 691, -1);
  });
});

describe('where one can walk in the made-up neighbourhood', () => {
  test('over the footbridge to the other bank', async () => {
    const graph = await walks();
    const start = nodeAt(graph, -2.997, 51.575);
    const other = nodeAt(graph, -2.9905, 51.5745);
    // Along Bramble Street 172.8 m, up the bank 222.4, over the bridge 207.4 and 69.1, down 278.0.
    expect(metresBetween(graph, start)[other]).toBeCloseTo(949.6, 0);
  });

  test('not along a private road, nor on a path that leads nowhere', async () => {
    const graph = await walks();
    expect(nodeAt(graph, -2.999, 51.5775)).toBe(-1);
    expect(nodeAt(graph, -2.9905, 51.5795)).toBe(-1);
    expect(metresBetween(graph, 0).every(Number.isFinite)).toBe(true);
  });

  test('a walk may lead round outside of the box, as far as the margin', async () => {
    expect(nodeAt(await walks(), -2.996, 51.5732)).toBeGreaterThanOrEqual(0);
    expect(nodeAt(await walks(0), -2.996, 51.5732)).toBe(-1);
  });

  test('junctions are where ways meet or end', async () => {
    // Ends: Kiln Road in the north, the track in the south, the path in the east. Meeting: 22.
    expect((await walks()).junctions).toBe(4);
  });

  test('no step is longer than 100 metres, and none is of no length', async () => {
    const { edges, nodes } = await walks();
    expect(Math.max(...edges.map(({ decimetres }) => decimetres))).toBeLessThanOrEqual(1000);
    expect(Math.min(...edges.map(({ decimetres }) => decimetres))).toBeGreaterThan(0);
    expect(edges.length).toBe(nodes.length - 1);
  });

  test('a box without paths has no graph', async () => {
    const none = makeGraph(await gathered(madeUpExtract), [0, 0, 1, 1]);
    expect(none).toEqual({ nodes: [], edges: [], junctions: 0 });
  });
});
