import { DamagedPack } from './unpack.ts';

/**
 * Where one can walk: junctions and the ways between them. Edges go both ways. `starts[n]` to
 * `starts[n + 1]` are node n's places in `ends` and `decimetres` (compressed sparse rows).
 */
export interface WalkGraph {
  /** Degrees × 1e7. */
  readonly lon: Int32Array;
  readonly lat: Int32Array;
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  readonly decimetres: Uint32Array;
}

export interface WalkEdge {
  readonly from: number;
  readonly to: number;
  readonly decimetres: number;
}

/** Reads "PBW1" in the file. */
const magic = 0x31_57_42_50;
const headBytes = 12;
const wordsInNode = 2;
const wordsInEdge = 3;

/** Little endian: magic, counts, all lon, all lat, then all from, all to, all lengths; 4 bytes each. */
export function writeWalkGraph(
  nodes: readonly (readonly [lon: number, lat: number])[],
  edges: readonly WalkEdge[],
): Uint8Array<ArrayBuffer> {
  const words = nodes.length * wordsInNode + edges.length * wordsInEdge;
  const view = new DataView(new ArrayBuffer(headBytes + words * 4));
  let at = 0;
  const put = (value: number) => {
    view.setInt32(at, value, true);
    at += 4;
  };
  for (const value of [magic, nodes.length, edges.length]) put(value);
  for (const [lon] of nodes) put(Math.round(lon * 1e7));
  for (const [, lat] of nodes) put(Math.round(lat * 1e7));
  for (const { from } of edges) put(from);
  for (const { to } of edges) put(to);
  for (const { decimetres } of edges) put(decimetres);
  return new Uint8Array(view.buffer);
}

/** Throws DamagedPack where the counts do not fit the bytes or a way leads to no junction. */
export function readWalkGraph(bytes: ArrayBuffer): WalkGraph {
  const view = new DataView(bytes);
  if (bytes.byteLength < headBytes || view.getUint32(0, true) !== magic)
    throw new DamagedPack('no graph');
  const [nodes, edges] = [view.getUint32(4, true), view.getUint32(8, true)];
  if (bytes.byteLength !== headBytes + (nodes * wordsInNode + edges * wordsInEdge) * 4)
    throw new DamagedPack('counts');
  let at = headBytes;
  const take = (count: number): Uint32Array => {
    const words = new Uint32Array(count);
    for (let n = 0; n < count; n += 1) words[n] = view.getUint32(at + n * 4, true);
    at += count * 4;
    return words;
  };
  const [lon, lat] = [degrees(take(nodes), 180), degrees(take(nodes), 90)];
  const [from, to, lengths] = [take(edges), take(edges), take(edges)];
  return { lon, lat, ...rows(nodes, from, to, lengths) };
}

function degrees(words: Uint32Array, most: number): Int32Array {
  const values = new Int32Array(words);
  if (values.some((value) => Math.abs(value) > most * 1e7)) throw new DamagedPack('off the earth');
  return values;
}

function rows(count: number, from: Uint32Array, to: Uint32Array, lengths: Uint32Array) {
  const starts = rowStarts(count, from, to);
  const next = starts.slice(0, count);
  const ends = new Uint32Array(from.length * 2);
  const decimetres = new Uint32Array(from.length * 2);
  const put = (a: number, b: number, length: number) => {
    const place = next[a] ?? 0;
    next[a] = place + 1;
    ends[place] = b;
    decimetres[place] = length;
  };
  for (let e = 0; e < from.length; e += 1) {
    const [a = 0, b = 0, length = 0] = [from[e], to[e], lengths[e]];
    put(a, b, length);
    put(b, a, length);
  }
  return { starts, ends, decimetres };
}

function rowStarts(count: number, ...sides: readonly Uint32Array[]): Uint32Array {
  const starts = new Uint32Array(count + 1);
  for (const side of sides)
    for (const node of side) {
      if (node >= count) throw new DamagedPack('a way to nowhere');
      starts[node + 1] = (starts[node + 1] ?? 0) + 1;
    }
  for (let n = 0; n < count; n += 1) starts[n + 1] = (starts[n + 1] ?? 0) + (starts[n] ?? 0);
  return starts;
}
