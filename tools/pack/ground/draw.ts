import type { Geometry } from 'geojson';
import type { Box } from '../box.ts';
import type { Tags } from '../extract/elements.ts';
import type { Gathered, Way } from '../gather.ts';
import { areaLook, isArea } from './area-kinds.ts';
import { areaOf, placesOf } from './areas.ts';
import { corners } from './box-edge.ts';
import { clippedTo } from './clip.ts';
import { tidalWater } from './coast.ts';
import type { Drawn, Look } from './drawn.ts';
import { isClosed } from './join-lines.ts';
import { lineLook } from './line-kinds.ts';
import { placeLook } from './place-kinds.ts';
import { signedArea } from './rings.ts';
import { boundsOf } from './tile-places.ts';

export interface Ground {
  readonly drawn: readonly Drawn[];
  /** Areas of several ways whose border is not whole in this extract; what never closes is left out. */
  readonly cutAreas: number;
  readonly isCoastCut: boolean;
}

const kindIn = ({ layer, properties }: Look): string => `${layer} ${properties['kind']}`;

function drawAreas(gathered: Gathered): { drawn: Drawn[]; done: Set<string>; cut: number } {
  const drawn: Drawn[] = [];
  const done = new Set<string>();
  let cut = 0;
  for (const relation of gathered.relations) {
    const look = isArea(relation.tags) ? areaLook(relation.tags) : undefined;
    if (!look) continue;
    const area = areaOf(relation, gathered);
    if (!area || area.isCut) cut += 1;
    if (area) drawn.push({ ...look, geometry: area.geometry });
    // Drawn twice, the way round an area would fill its holes.
    for (const way of area?.outerWays ?? []) done.add(`${way} ${kindIn(look)}`);
  }
  return { drawn, done, cut };
}

function drawWay(
  { id, refs, tags }: Way,
  { nodes }: Gathered,
  done: ReadonlySet<string>,
): Drawn | undefined {
  const isRound = isClosed(refs) && isArea(tags);
  const look = isRound ? areaLook(tags) : lineLook(tags);
  if (!look || (isRound && done.has(`${id} ${kindIn(look)}`))) return undefined;
  const line = placesOf(refs, nodes);
  if (!line || line.length < 2) return undefined;
  const geometry: Geometry = isRound
    ? { type: 'Polygon', coordinates: [line] }
    : { type: 'LineString', coordinates: line };
  return { ...look, geometry };
}

const addressLook = (tags: Tags): Look | undefined => {
  const number = tags.get('addr:housenumber');
  if (!number) return undefined;
  const properties = { kind: 'address', addr_housenumber: number.slice(0, 40) };
  return { layer: 'buildings', minZoom: 15, properties };
};

function drawPoints({ points }: Gathered): Drawn[] {
  return points.flatMap(({ lon, lat, tags }) => {
    const geometry: Geometry = { type: 'Point', coordinates: [lon, lat] };
    return [placeLook(tags), addressLook(tags)].flatMap((look) =>
      look ? [{ ...look, geometry }] : [],
    );
  });
}

/** The number of a house drawn as an area stands in its middle. */
function drawNumbers({ ways, nodes }: Gathered): Drawn[] {
  return [...ways.values()].flatMap(({ refs, tags }) => {
    const look = addressLook(tags);
    const line = look && placesOf(refs, nodes);
    return look && line
      ? [{ ...look, geometry: { type: 'Point', coordinates: middle(line) } }]
      : [];
  });
}

/** The middle of the box around these places. */
export function middle(places: readonly (readonly number[])[]): [number, number] {
  const [west, south, east, north] = boundsOf({
    type: 'MultiPoint',
    coordinates: places.map((place) => [...place]),
  });
  return [(west + east) / 2, (south + north) / 2];
}

/** Areas are drawn in their order: a pond in a wood in a park is on top. Everything else is 0. */
function sizeOf(geometry: Geometry): number {
  if (geometry.type === 'Polygon') return Math.abs(signedArea(geometry.coordinates[0] ?? []));
  if (geometry.type !== 'MultiPolygon') return 0;
  return geometry.coordinates.reduce((sum, [outer]) => sum + Math.abs(signedArea(outer ?? [])), 0);
}

const earth = (box: Box): Drawn => {
  const [nw = [0, 0], ...others] = corners(box);
  const ring = [nw, ...[...others].reverse(), nw].map((place) => [...place]);
  return {
    layer: 'earth',
    minZoom: 0,
    properties: { kind: 'earth' },
    geometry: { type: 'Polygon', coordinates: [ring] },
  };
};

/** Everything of the extract that the map of the box shows, cut to the box. */
export function drawGround(gathered: Gathered, box: Box): Ground {
  const areas = drawAreas(gathered);
  const tide = tidalWater(gathered, box);
  const sea: Look = { layer: 'water', minZoom: 0, properties: { kind: 'ocean' } };
  const all: Drawn[] = [
    ...areas.drawn,
    ...tide.polygons.map((geometry) => ({ ...sea, geometry })),
    ...[...gathered.ways.values()].flatMap((way) => drawWay(way, gathered, areas.done) ?? []),
    ...drawNumbers(gathered),
    ...drawPoints(gathered),
  ];
  const drawn = all.flatMap((one) => {
    const geometry = clippedTo(one.geometry, box);
    return geometry ? [{ ...one, geometry }] : [];
  });
  drawn.sort((a, b) => sizeOf(b.geometry) - sizeOf(a.geometry));
  return { drawn: [earth(box), ...drawn], cutAreas: areas.cut, isCoastCut: tide.isCut };
}
