import FlatQueue from 'flatqueue';
import { around } from 'geokdbush';
import KDBush from 'kdbush';
import { metresBetween } from '#domain/place/distance.ts';
import type { WalkGraph } from './walk-graph.ts';

export interface Spot {
  readonly lon: number;
  readonly lat: number;
}

/** Further from any junction than this, the graph knows nothing of a place. */
const snapKm = 0.3;

interface Snap {
  readonly node: number;
  /** Metres from the place to the junction, in a straight line. */
  readonly aside: number;
}

/** The shortest way from one junction to each other, in decimetres; Infinity where there is none. */
export function reachFrom(graph: WalkGraph, start: number): Float64Array {
  const reached = new Float64Array(graph.lon.length).fill(Number.POSITIVE_INFINITY);
  const queue = new FlatQueue();
  const reach = (node: number, far: number) => {
    if (far >= (reached[node] ?? 0)) return;
    reached[node] = far;
    queue.push(node, far);
  };
  reach(start, 0);
  for (let far = queue.peekValue(); far !== undefined; far = queue.peekValue()) {
    const node = queue.pop() ?? start;
    if (far > (reached[node] ?? 0)) continue;
    const last = graph.starts[node + 1] ?? 0;
    for (let e = graph.starts[node] ?? 0; e < last; e += 1)
      reach(graph.ends[e] ?? 0, far + (graph.decimetres[e] ?? 0));
  }
  return reached;
}

/** Metres on foot between places, from the junctions nearest to them (Dijkstra 1959). */
export function createWalks(graph: WalkGraph) {
  const index = new KDBush(graph.lon.length);
  const placeOf = (node: number): Spot => ({
    lon: (graph.lon[node] ?? 0) / 1e7,
    lat: (graph.lat[node] ?? 0) / 1e7,
  });
  for (let node = 0; node < graph.lon.length; node += 1) {
    const { lon, lat } = placeOf(node);
    index.add(lon, lat);
  }
  index.finish();

  const snap = (spot: Spot): Snap | undefined => {
    const [node] = around(index, spot.lon, spot.lat, 1, snapKm);
    return node === undefined ? undefined : { node, aside: metresBetween(spot, placeOf(node)) };
  };

  return {
    /** Answers for one start; undefined where the graph does not reach. */
    from(start: Spot): (end: Spot) => number | undefined {
      const begin = snap(start);
      if (!begin) return () => undefined;
      const reached = reachFrom(graph, begin.node);
      return (end) => {
        const stop = snap(end);
        if (!stop) return undefined;
        // To the junction and back would be a walk to where one stands.
        if (stop.node === begin.node) return metresBetween(start, end);
        const way = (reached[stop.node] ?? Number.POSITIVE_INFINITY) / 10;
        return Number.isFinite(way) ? begin.aside + way + stop.aside : undefined;
      };
    },
  };
}

export type Walks = ReturnType<typeof createWalks>;
