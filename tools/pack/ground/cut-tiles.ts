import type { FeatureCollection } from 'geojson';
import GeoJSONVT from 'geojson-vt';
import { zxyToTileId } from 'pmtiles';
import { fromGeojsonVt } from 'vt-pbf';
import type { Box } from '../box.ts';
import type { PackTile } from '../write-pmtiles.ts';
import { type Drawn, type LayerName, layerNames } from './drawn.ts';
import {
  boundsOf,
  bufferUnits,
  inside,
  overlap,
  placesIn,
  type TilePlace,
  tileBounds,
} from './tile-places.ts';

/** Drawn larger from here on: the map library enlarges the last tiles it has. */
export const lastZoom = 15;

/** Parts of this zoom are about six kilometres wide in Britain. */
const partZoom = 12;

interface Sliced {
  readonly layer: LayerName;
  readonly minZoom: number;
  readonly slices: GeoJSONVT;
}

const asCollection = (drawn: readonly Drawn[]): FeatureCollection => ({
  type: 'FeatureCollection',
  features: drawn.map(({ properties, geometry }) => ({ type: 'Feature', properties, geometry })),
});

function grouped(drawn: readonly Drawn[]): readonly Drawn[][] {
  const groups = new Map<string, Drawn[]>();
  for (const one of drawn) {
    const key = `${one.layer} ${one.minZoom}`;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

/** One slicer for what appears at the same zoom in the same layer. */
function sliced(drawn: readonly Drawn[]): readonly Sliced[] {
  const all = grouped(drawn).flatMap((group): Sliced[] => {
    const [first] = group;
    if (!first) return [];
    const slices = new GeoJSONVT(asCollection(group), {
      maxZoom: lastZoom,
      indexMaxZoom: 0,
      indexMaxPoints: 0,
      tolerance: 3,
      buffer: bufferUnits,
    });
    return [{ layer: first.layer, minZoom: first.minZoom, slices }];
  });
  return all.sort((a, b) => a.minZoom - b.minZoom);
}

type Features = NonNullable<ReturnType<GeoJSONVT['getTile']>>['features'];

function tileAt(all: readonly Sliced[], { z, x, y }: TilePlace): Uint8Array | undefined {
  const layers: Record<string, { features: Features }> = {};
  for (const name of layerNames) {
    const features = all
      .filter(({ layer, minZoom }) => layer === name && minZoom <= z)
      .flatMap(({ slices }) => slices.getTile(z, x, y)?.features ?? []);
    if (features.length > 0) layers[name] = { features };
  }
  return Object.keys(layers).length > 0 ? fromGeojsonVt(layers, { version: 2 }) : undefined;
}

function tilesOf(drawn: readonly Drawn[], places: readonly TilePlace[]): PackTile[] {
  const all = sliced(drawn);
  return places.flatMap((place) => {
    const data = tileAt(all, place);
    return data ? [{ tileId: zxyToTileId(place.z, place.x, place.y), data }] : [];
  });
}

/**
 * Vector tiles of the box from zoom 0 to 15; tiles in which there is nothing are left out. The
 * slicer holds everything it was given several times over, so the detailed zooms are cut one part
 * of the box after the other.
 */
export function cutTiles(drawn: readonly Drawn[], box: Box): readonly PackTile[] {
  const wide = drawn.filter(({ minZoom }) => minZoom < partZoom);
  const tiles = tilesOf(wide, placesIn(box, 0, partZoom - 1));
  const bounded = drawn.map((one) => ({ one, bounds: boundsOf(one.geometry) }));
  for (const part of placesIn(box, partZoom, partZoom)) {
    const around = tileBounds(part);
    const near = bounded.filter(({ bounds }) => overlap(bounds, around)).map(({ one }) => one);
    tiles.push(...tilesOf(near, inside(part, placesIn(box, partZoom, lastZoom))));
  }
  return tiles;
}
