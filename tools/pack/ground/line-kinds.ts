import type { Tags } from '../extract/elements.ts';
import { type Look, namesIn, type Properties } from './drawn.ts';

interface RoadKind {
  readonly kind: string;
  readonly minZoom: number;
}

const major = (minZoom: number): RoadKind => ({ kind: 'major_road', minZoom });
const minor: RoadKind = { kind: 'minor_road', minZoom: 12 };
const path: RoadKind = { kind: 'path', minZoom: 13 };

/** docs.protomaps.com/basemaps/layers, "roads"; zooms a little earlier, since there is little else. */
const byHighway: Readonly<Record<string, RoadKind>> = {
  motorway: { kind: 'highway', minZoom: 5 },
  trunk: major(6),
  primary: major(7),
  secondary: major(9),
  tertiary: major(10),
  unclassified: minor,
  residential: minor,
  road: minor,
  living_street: minor,
  busway: minor,
  service: { kind: 'minor_road', minZoom: 13 },
  pedestrian: { kind: 'path', minZoom: 12 },
  track: path,
  footway: path,
  path,
  steps: path,
  cycleway: path,
  bridleway: path,
  corridor: path,
};

const rails = new Set(['rail', 'light_rail', 'tram', 'subway', 'narrow_gauge', 'funicular']);

const saysYes = (tags: Tags, key: string): boolean => (tags.get(key) ?? 'no') !== 'no';

const crossings = (tags: Tags): Properties => ({
  ...(saysYes(tags, 'bridge') && { is_bridge: true }),
  ...(saysYes(tags, 'tunnel') && tags.get('tunnel') !== 'building_passage' && { is_tunnel: true }),
});

function highwayLook(value: string, tags: Tags): Look | undefined {
  const isLink = value.endsWith('_link');
  const detail = isLink ? value.slice(0, -5) : value;
  const road = Object.hasOwn(byHighway, detail) ? byHighway[detail] : undefined;
  if (!road) return undefined;
  const oneway = tags.get('oneway');
  const service = tags.get('service');
  const ref = tags.get('ref');
  return {
    layer: 'roads',
    minZoom: isLink ? Math.max(road.minZoom, 11) : road.minZoom,
    properties: {
      kind: road.kind,
      kind_detail: detail,
      ...(isLink && { is_link: true }),
      ...(service && { service: service.slice(0, 40) }),
      ...(ref && { ref: ref.slice(0, 40) }),
      ...((oneway === 'yes' || oneway === '-1') && { oneway: 'yes' }),
      ...crossings(tags),
      ...namesIn(tags),
    },
  };
}

function railLook(value: string, tags: Tags): Look | undefined {
  if (!rails.has(value)) return undefined;
  const isSiding = tags.has('service');
  return {
    layer: 'roads',
    minZoom: isSiding ? 14 : 11,
    properties: { kind: 'rail', kind_detail: value, ...crossings(tags), ...namesIn(tags) },
  };
}

const flying: Readonly<Record<string, number>> = { runway: 9, taxiway: 13 };

const waterways: Readonly<Record<string, number>> = {
  river: 9,
  canal: 11,
  stream: 13,
  drain: 14,
  ditch: 14,
};

const other = (detail: string, kind: string, minZoom: number): Look => ({
  layer: 'roads',
  minZoom,
  properties: { kind, kind_detail: detail },
});

/** What a line with these tags is on the map; undefined for one that is not drawn. */
export function lineLook(tags: Tags): Look | undefined {
  const highway = tags.get('highway');
  if (highway) return highwayLook(highway, tags);
  const railway = tags.get('railway');
  if (railway) return railLook(railway, tags);
  const aeroway = tags.get('aeroway') ?? '';
  if (Object.hasOwn(flying, aeroway)) return other(aeroway, 'aeroway', flying[aeroway] ?? 9);
  if (tags.get('man_made') === 'pier') return other('pier', 'path', 13);
  const waterway = tags.get('waterway') ?? '';
  if (!Object.hasOwn(waterways, waterway) || saysYes(tags, 'tunnel')) return undefined;
  return {
    layer: 'water',
    minZoom: waterways[waterway] ?? 14,
    properties: { kind: waterway, ...namesIn(tags) },
  };
}
