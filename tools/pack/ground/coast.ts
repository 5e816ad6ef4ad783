import { bboxClip } from '@turf/bbox-clip';
import type { Polygon, Position } from 'geojson';
import type { Box } from '../box.ts';
import type { Gathered } from '../gather.ts';
import { placesOf } from './areas.ts';
import { corners, cornersBetween, edgePlace, nearestOnEdge } from './box-edge.ts';
import { isClosed, joinLines } from './join-lines.ts';
import { liesIn, type Ring, signedArea } from './rings.ts';

export interface TidalWater {
  readonly polygons: readonly Polygon[];
  /** The coast stops inside the box: the extract ends there, and its water is a guess. */
  readonly isCut: boolean;
}

/** A piece of coast from edge to edge of the box; water is on its right. */
interface Piece {
  readonly line: readonly Position[];
  readonly enters: number;
  readonly leaves: number;
}

const isIn = ([x = 0, y = 0]: Position, [west, south, east, north]: Box): boolean =>
  x >= west && x <= east && y >= south && y <= north;

/** A ring begun outside of the box is not cut in two where it happens to begin. */
function begunOutside(ring: Position[], box: Box): Position[] | undefined {
  const first = ring.findIndex((place) => !isIn(place, box));
  if (first < 0) return undefined;
  return [...ring.slice(first, -1), ...ring.slice(0, first + 1)];
}

function clipped(line: Position[], box: Box): Position[][] {
  const inside = bboxClip({ type: 'LineString', coordinates: line }, [...box]).geometry;
  const lines = inside.type === 'MultiLineString' ? inside.coordinates : [inside.coordinates];
  return (lines as Position[][]).filter((piece) => piece.length > 1);
}

/** Leads an end that lies inside of the box straight to its edge. */
function toEdge(line: Position[], box: Box): { piece: Piece; isCut: boolean } {
  const [first = [0, 0], last = [0, 0]] = [line[0], line.at(-1)];
  const start = edgePlace(first, box) === undefined ? [nearestOnEdge(first, box)] : [];
  const end = edgePlace(last, box) === undefined ? [nearestOnEdge(last, box)] : [];
  const whole = [...start, ...line, ...end];
  const place = (at: Position | undefined): number => edgePlace(at ?? [0, 0], box) ?? 0;
  return {
    piece: { line: whole, enters: place(whole[0]), leaves: place(whole.at(-1)) },
    isCut: start.length + end.length > 0,
  };
}

const clockwiseFrom = (from: number, to: number): number => (to - from + 4) % 4;

/** From where a coast leaves, on clockwise along the edge to where the next one enters. */
function ringFrom(first: Piece, loose: Set<Piece>, box: Box): Position[] {
  const ring: Position[] = [];
  const start = first;
  let piece: Piece | undefined = first;
  while (piece) {
    const { line, leaves }: Piece = piece;
    for (const place of line) ring.push(place);
    loose.delete(piece);
    const next: Piece | undefined = [start, ...loose].sort(
      (a, b) => clockwiseFrom(leaves, a.enters) - clockwiseFrom(leaves, b.enters),
    )[0];
    ring.push(...cornersBetween(leaves, next?.enters ?? leaves, box));
    piece = next === start ? undefined : next;
  }
  ring.push([...(ring[0] ?? [])]);
  return ring;
}

function watersAlongEdge(pieces: readonly Piece[], box: Box): Position[][] {
  const loose = new Set(pieces);
  const rings: Position[][] = [];
  for (const piece of pieces) if (loose.has(piece)) rings.push(ringFrom(piece, loose, box));
  return rings;
}

/** Islands become holes of the water round them. */
function withIslands(waters: readonly Position[][], islands: readonly Ring[]): Polygon[] {
  return waters.map((water) => ({
    type: 'Polygon',
    coordinates: [
      water,
      ...islands.filter((island) => liesIn(island, water)).map((island) => [...island]),
    ],
  }));
}

/**
 * The sea and tidal rivers of the box, from `natural=coastline`, which has land on its left and
 * water on its right (wiki.openstreetmap.org/wiki/Tag:natural=coastline). A box with no coast has
 * none; one with islands alone is all water.
 */
export function tidalWater({ ways, nodes }: Gathered, box: Box): TidalWater {
  const coasts = [...ways.values()].filter(({ tags }) => tags.get('natural') === 'coastline');
  const pieces: Piece[] = [];
  const rings: Position[][] = [];
  let isCut = false;
  const chains = joinLines(
    coasts.map(({ refs }) => refs),
    false,
  );
  for (const chain of chains) {
    const line = placesOf(
      chain.filter((id) => nodes.has(id)),
      nodes,
    );
    if (!line || line.length < 2) continue;
    const open = isClosed(chain) ? begunOutside(line, box) : line;
    if (!open) rings.push(line);
    for (const part of open ? clipped(open, box) : []) {
      const { piece, isCut: stops } = toEdge(part, box);
      pieces.push(piece);
      isCut ||= stops;
    }
  }
  const islands = rings.filter((ring) => signedArea(ring) > 0);
  const ponds = rings.filter((ring) => signedArea(ring) < 0);
  const open = watersAlongEdge(pieces, box);
  const [nw = [0, 0], ...others] = corners(box);
  const sea =
    pieces.length === 0 && islands.length > 0 ? [[nw, ...others, nw].map((at) => [...at])] : open;
  return { polygons: withIslands([...sea, ...ponds], islands), isCut };
}
