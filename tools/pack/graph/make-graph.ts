import type { WalkEdge } from '#pack/walk-graph.ts';
import type { Box } from '../box.ts';
import type { Gathered } from '../gather.ts';
import { metresApart, type Spot } from '../places/lines.ts';
import { type StreetNet, streetNet } from './street-net.ts';

export interface MadeGraph {
  /** Degrees. */
  readonly nodes: readonly Spot[];
  readonly edges: readonly WalkEdge[];
  /** Where ways meet or end: the nodes without those that only part a long street. */
  readonly junctions: number;
}

/** A place along a street is never further than half of this from a node. */
const stepMetres = 100;

interface Chain {
  readonly ids: readonly number[];
  readonly places: readonly Spot[];
}

const isJunction = ({ next }: StreetNet, id: number): boolean => next.get(id)?.length !== 2;

/** Leads on from a junction, by one of its neighbours, to the next junction. */
function chainFrom(net: StreetNet, start: number, by: number): number[] {
  const ids = [start, by];
  let [before, now] = [start, by];
  while (!isJunction(net, now) && now !== start) {
    const [a = now, b = now] = net.next.get(now) ?? [];
    const on = a === before ? b : a;
    ids.push(on);
    [before, now] = [now, on];
  }
  return ids;
}

/** Every street from junction to junction, once; rings without any begin where they are met first. */
function chainsOf(net: StreetNet): number[][] {
  const gone = new Set<string>();
  const chains: number[][] = [];
  const follow = (start: number) => {
    for (const by of net.next.get(start) ?? []) {
      if (gone.has(`${start} ${by}`)) continue;
      const chain = chainFrom(net, start, by);
      gone.add(`${start} ${by}`).add(`${chain.at(-1)} ${chain.at(-2)}`);
      chains.push(chain);
    }
  };
  for (const id of net.next.keys()) if (isJunction(net, id)) follow(id);
  const met = new Set(chains.flat());
  for (const id of net.next.keys()) {
    if (met.has(id)) continue;
    const before = chains.length;
    follow(id);
    for (const chain of chains.slice(before)) for (const each of chain) met.add(each);
  }
  return chains;
}

/** Straight pieces longer than a step get points in between. */
function withSteps({ ids, places }: Chain): { id: number | undefined; at: Spot; far: number }[] {
  const points: { id: number | undefined; at: Spot; far: number }[] = [];
  places.forEach((at, n) => {
    const before = places[n - 1] ?? at;
    const far = metresApart(before, at);
    const parts = Math.max(1, Math.ceil(far / stepMetres));
    for (let part = 1; part < parts; part += 1) {
      const share = part / parts;
      const between: Spot = [
        before[0] + (at[0] - before[0]) * share,
        before[1] + (at[1] - before[1]) * share,
      ];
      points.push({ id: undefined, at: between, far: far / parts });
    }
    points.push({ id: ids[n], at, far: far / parts });
  });
  return points;
}

function createGraph() {
  const nodes: Spot[] = [];
  const edges: WalkEdge[] = [];
  const numbers = new Map<number, number>();
  return {
    nodes,
    edges,
    nodeAt(at: Spot, id?: number): number {
      const known = id === undefined ? undefined : numbers.get(id);
      if (known !== undefined) return known;
      nodes.push(at);
      if (id !== undefined) numbers.set(id, nodes.length - 1);
      return nodes.length - 1;
    },
    join(from: number, to: number, far: number): void {
      if (from !== to) edges.push({ from, to, decimetres: Math.max(1, Math.round(far * 10)) });
    },
  };
}

function addChain(graph: ReturnType<typeof createGraph>, chain: Chain): void {
  const points = withSteps(chain);
  let [from, far] = [-1, 0];
  points.forEach(({ id, at, far: step }, n) => {
    far += step;
    const isEnd = n === 0 || n === points.length - 1;
    const next = points[n + 1];
    if (!isEnd && far + (next?.far ?? 0) <= stepMetres) return;
    const node = graph.nodeAt(at, isEnd ? id : undefined);
    if (from >= 0) graph.join(from, node, far);
    [from, far] = [node, 0];
  });
}

/** Where one can walk in the box, from junction to junction, in steps of at most 100 metres. */
export function makeGraph(gathered: Gathered, box: Box): MadeGraph {
  const net = streetNet(gathered, box);
  const graph = createGraph();
  const placeOf = (id: number): Spot => {
    const [lon, lat] = gathered.nodes.at(id) ?? [0, 0];
    return [lon / 1e7, lat / 1e7];
  };
  for (const ids of chainsOf(net)) addChain(graph, { ids, places: ids.map(placeOf) });
  const junctions = [...net.next.keys()].filter((id) => isJunction(net, id)).length;
  return { nodes: graph.nodes, edges: graph.edges, junctions };
}
