import type { MultiPolygon, Position } from 'geojson';
import type { Gathered, Relation } from '../gather.ts';
import { isClosed, joinLines } from './join-lines.ts';
import { liesIn, type Ring, signedArea } from './rings.ts';

type Nodes = Gathered['nodes'];

/** The way's places in degrees; undefined where the extract has not all of them. */
export function placesOf(refs: readonly number[], nodes: Nodes): Position[] | undefined {
  const places: Position[] = [];
  for (const id of refs) {
    const at = nodes.at(id);
    if (!at) return undefined;
    places.push([at[0] / 1e7, at[1] / 1e7]);
  }
  return places;
}

interface Found {
  readonly ring: Ring;
  readonly size: number;
  readonly isInner: boolean;
}

export interface MadeArea {
  readonly geometry: MultiPolygon;
  /** Some of its border is not in the extract; that part is left out. */
  readonly isCut: boolean;
  /** The ways round its outside. */
  readonly outerWays: readonly number[];
}

const isInnerRole = (role: string): boolean => role === 'inner';

function ringsOf(
  { members }: Relation,
  { ways, nodes }: Gathered,
  isInner: boolean,
): { found: Found[]; isCut: boolean } {
  const wanted = members.filter(
    ({ type, role }) => type === 'way' && isInnerRole(role) === isInner,
  );
  const lines = wanted.flatMap(({ id }) => {
    const way = ways.get(id);
    return way ? [way.refs] : [];
  });
  const joined = joinLines(lines, true);
  const found = joined.filter(isClosed).flatMap((refs) => {
    const ring = placesOf(refs, nodes);
    return ring ? [{ ring, size: Math.abs(signedArea(ring)), isInner }] : [];
  });
  return { found, isCut: lines.length < wanted.length || found.length < joined.length };
}

/** The smallest ring round this one. */
const holderOf = (one: Found, rings: readonly Found[]): Found | undefined =>
  rings
    .filter((other) => other !== one && other.size >= one.size && liesIn(one.ring, other.ring))
    .sort((a, b) => a.size - b.size)[0];

/** What is in a hole is told to be outer, or not told at all; what is outer may hold holes. */
function polygonsFrom(outer: readonly Found[], inner: readonly Found[]): Position[][][] {
  const polygons = new Map(outer.map((one) => [one, [[...one.ring]]]));
  for (const hole of inner) {
    const holder = holderOf(hole, outer);
    if (holder) polygons.get(holder)?.push([...hole.ring]);
  }
  return [...polygons.values()];
}

/** An untold ring that lies in an odd number of others is a hole. */
function parted(rings: readonly Found[], hasRoles: boolean): [Found[], Found[]] {
  if (hasRoles) return [rings.filter((one) => !one.isInner), rings.filter((one) => one.isInner)];
  const depth = (one: Found): number =>
    rings.filter((other) => other !== one && other.size >= one.size && liesIn(one.ring, other.ring))
      .length;
  const depths = rings.map(depth);
  const odd = (n: number): boolean => (depths[n] ?? 0) % 2 === 1;
  return [rings.filter((_, n) => !odd(n)), rings.filter((_, n) => odd(n))];
}

/**
 * The area of a multipolygon relation (wiki.openstreetmap.org/wiki/Relation:multipolygon): ways
 * joined to rings, holes in the ring round them. Undefined where no ring closes, as at the edge of
 * an extract.
 */
export function areaOf(relation: Relation, gathered: Gathered): MadeArea | undefined {
  const ways = relation.members.filter(({ type }) => type === 'way');
  const outer = ringsOf(relation, gathered, false);
  const inner = ringsOf(relation, gathered, true);
  const hasRoles = ways.some(({ role }) => role !== '');
  const [around, holes] = parted([...outer.found, ...inner.found], hasRoles);
  if (around.length === 0) return undefined;
  return {
    geometry: { type: 'MultiPolygon', coordinates: polygonsFrom(around, holes) },
    isCut: outer.isCut || inner.isCut,
    outerWays: ways.filter(({ role }) => !isInnerRole(role)).map(({ id }) => id),
  };
}
