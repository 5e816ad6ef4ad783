import type { FeatureCollection } from 'geojson';
import GeoJSONVT from 'geojson-vt';
import { zxyToTileId } from 'pmtiles';
import { fromGeojsonVt } from 'vt-pbf';
import type { Box } from '../box.ts';
import type { PackTile } from '../write-pmtiles.ts';
import { type Drawn, type LayerName, layerNames } from './drawn.ts';

/** Drawn larger from here on: the map library enlarges the last tiles it has. */
export const lastZoom = 15;

/** Web Mercator: which column and row of tiles a place lies in. */
const column = (lon: number, z: number): number => Math.floor(((lon + 180) / 360) * 2 ** z);
const row = (lat: number, z: number): number => {
  const angle = (lat * Math.PI) / 180;
  return Math.floor(((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * 2 ** z);
};

interface Sliced {
  readonly layer: LayerName;
  readonly minZoom: number;
  readonly slices: GeoJSONVT;
}

const asCollection = (drawn: readonly Drawn[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: drawn.map(({ properties, geometry }) => ({ type: 'Feature', properties, geometry })),
});

/** One slicer for what appears at the same zoom in the same layer. */
function sliced(drawn: readonly Drawn[]): readonly Sliced[] {
  const groups = new Map<string, Drawn[]>();
  for (const one of drawn) {
    const key = `${one.layer} ${one.minZoom}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const slices = new GeoJSONVT(asCollection(group), {
      maxZoom: lastZoom,
      indexMaxZoom: 0,
      indexMaxPoints: 0,
      tolerance: 3,
      buffer: 64,
    });
    return [{ layer: first.layer, minZoom: first.minZoom, slices }];
  });
}

type Features = NonNullable<ReturnType<GeoJSONVT['getTile']>>['features'];

function tileAt(all: readonly Sliced[], z: number, x: number, y: number): Uint8Array | undefined {
  const layers: Record<string, { features: Features }> = {};
  for (const name of layerNames) {
    const features = all
      .filter(({ layer, minZoom }) => layer === name && minZoom <= z)
      .flatMap(({ slices }) => slices.getTile(z, x, y)?.features ?? []);
    if (features.length > 0) layers[name] = { features };
  }
  return Object.keys(layers).length > 0 ? fromGeojsonVt(layers, { version: 2 }) : undefined;
}

/** Vector tiles of the box from zoom 0 to 15; tiles in which there is nothing are left out. */
export function cutTiles(
  drawn: readonly Drawn[],
  [west, south, east, north]: Box,
): readonly PackTile[] {
  const all = sliced(drawn);
  const tiles: PackTile[] = [];
  for (let z = 0; z <= lastZoom; z += 1)
    for (let x = column(west, z); x <= column(east, z); x += 1)
      for (let y = row(north, z); y <= row(south, z); y += 1) {
        const data = tileAt(all, z, x, y);
        if (data) tiles.push({ tileId: zxyToTileId(z, x, y), data });
      }
  return tiles;
}
