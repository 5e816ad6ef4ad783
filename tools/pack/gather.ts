import { type Box, holds, widened } from './box.ts';
import type { Extract, Member, Tags } from './extract/elements.ts';
import { createNodePlaces, type NodePlaces } from './extract/node-places.ts';
import { coversGround, isArea } from './ground/area-kinds.ts';
import { PackTrouble } from './trouble.ts';

export interface Point {
  readonly id: number;
  /** Degrees. */
  readonly lon: number;
  readonly lat: number;
  readonly tags: Tags;
}
export interface Way {
  readonly id: number;
  readonly refs: readonly number[];
  readonly tags: Tags;
}
export interface Relation {
  readonly id: number;
  readonly members: readonly Member[];
  readonly tags: Tags;
}

/** All of an extract that a pack of the box needs. */
export interface Gathered {
  /** Nodes that say something, in the box and its margin. */
  readonly points: readonly Point[];
  /** Ways that touch the box or its margin, and those which its areas need. */
  readonly ways: ReadonlyMap<number, Way>;
  /** Areas made of several ways. */
  readonly relations: readonly Relation[];
  readonly nodes: NodePlaces;
}

/** Walks begin and end in the box, but may lead round outside of it. */
export const walkMarginMetres = 500;
/** Woods and waters may cover a box in which none of their nodes lies. */
const areaMarginMetres = 3_000;

/** Ten times the town of Newport with its suburbs. It keeps the tool under 1.5 GB of memory. */
const nodesMax = 6_000_000;
/** Tags, nodes of ways and members of areas, all together. */
const partsMax = 4_000_000;
/** Tags are words of some twenty letters; longer ones count as several. */
const lettersInPart = 32;

const tooMuch = (): PackTrouble =>
  new PackTrouble('There is more in this box than a pack can hold. Choose a smaller box.');

type Told = (share: number) => void;

interface Bag {
  readonly points: Point[];
  readonly ways: Map<number, Way>;
  readonly relations: Relation[];
  readonly nodes: ReturnType<typeof createNodePlaces>;
  parts: number;
}

async function gatherNodes(extract: Extract, box: Box, bag: Bag, told: Told): Promise<void> {
  const near = widened(box, walkMarginMetres);
  const far = widened(box, areaMarginMetres);
  let inBox = 0;
  await extract.read(
    {
      node(id, [lon7, lat7], tags) {
        const [lon, lat] = [lon7 / 1e7, lat7 / 1e7];
        if (!holds(far, lon, lat)) return;
        if (bag.nodes.count >= nodesMax) throw tooMuch();
        bag.nodes.add(id, lon7, lat7);
        if (!holds(near, lon, lat)) return;
        if (holds(box, lon, lat)) inBox += 1;
        const said = tags();
        if (said.size === 0) return;
        pay(bag, said, 1);
        bag.points.push({ id, lon, lat, tags: said });
      },
    },
    told,
  );
  if (inBox === 0)
    throw new PackTrouble(
      'Nothing of this extract lies in the box. Is the box west,south,east,north, and the extract of this place?',
    );
}

function partsIn(tags: Tags): number {
  let parts = 0;
  for (const [key, value] of tags)
    parts += 1 + Math.floor((key.length + value.length) / lettersInPart);
  return parts;
}

/** What is kept has to be paid for first. */
function pay(bag: Bag, tags: Tags, parts: number): void {
  bag.parts += partsIn(tags) + parts;
  if (bag.parts > partsMax) throw tooMuch();
}

function keepWay(bag: Bag, way: Way): void {
  pay(bag, way.tags, way.refs.length);
  bag.ways.set(way.id, way);
}

async function gatherWays(extract: Extract, box: Box, bag: Bag, told: Told): Promise<void> {
  const near = widened(box, walkMarginMetres);
  const isNear = (id: number): boolean => {
    const at = bag.nodes.at(id);
    return at !== undefined && holds(near, at[0] / 1e7, at[1] / 1e7);
  };
  await extract.read(
    {
      way(id, refs, tags) {
        if (!refs.some(bag.nodes.has)) return;
        const said = tags();
        if (coversGround(said) || refs.some(isNear))
          keepWay(bag, { id, refs: [...refs], tags: said });
      },
    },
    told,
  );
}

const isMadeOfWays = (tags: Tags): boolean => tags.get('type') === 'multipolygon' && isArea(tags);

async function gatherRelations(extract: Extract, bag: Bag, told: Told): Promise<void> {
  const isKept = ({ type, id }: Member): boolean =>
    type === 'way' ? bag.ways.has(id) : type === 'node' && bag.nodes.has(id);
  await extract.read(
    {
      relation(id, members, tags) {
        const said = tags();
        if (!isMadeOfWays(said) && !said.has('addr:housenumber')) return;
        const all = members();
        if (!all.some(isKept)) return;
        pay(bag, said, all.length);
        bag.relations.push({ id, members: all, tags: said });
      },
    },
    told,
  );
}

/** Ways of areas which reach further out, and then the nodes of these. */
async function gatherRest(extract: Extract, bag: Bag, told: Told): Promise<void> {
  const ofAreas = bag.relations.flatMap(({ members }) => members);
  const missing = new Set(
    ofAreas.filter(({ type, id }) => type === 'way' && !bag.ways.has(id)).map(({ id }) => id),
  );
  if (missing.size > 0)
    await extract.read(
      {
        way(id, refs, tags) {
          if (missing.has(id)) keepWay(bag, { id, refs: [...refs], tags: tags() });
        },
      },
      told,
    );
  const lost = new Set<number>();
  for (const { refs } of bag.ways.values())
    for (const id of refs) if (!bag.nodes.has(id)) lost.add(id);
  if (lost.size === 0) return;
  await extract.read(
    {
      node(id, [lon, lat]) {
        if (lost.delete(id)) bag.nodes.add(id, lon, lat);
      },
    },
    told,
  );
}

/**
 * Reads the extract several times, so that memory is needed for the box alone: nodes in the box,
 * ways that touch it, areas made of these, and what is still missing. Throws PackTrouble where the
 * extract is broken, holds nothing of the box or too much.
 */
export async function gather(
  extract: Extract,
  box: Box,
  step: (what: string) => Told,
): Promise<Gathered> {
  const bag: Bag = {
    points: [],
    ways: new Map(),
    relations: [],
    nodes: createNodePlaces(),
    parts: 0,
  };
  await gatherNodes(extract, box, bag, step('nodes in the box'));
  await gatherWays(extract, box, bag, step('ways that touch it'));
  await gatherRelations(extract, bag, step('areas of several ways'));
  await gatherRest(extract, bag, step('what reaches further out'));
  return bag;
}
