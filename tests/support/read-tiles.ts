import { VectorTile, type VectorTileFeature } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import type { PMTiles } from 'pmtiles';
import * as v from 'valibot';
import { openPackArchive } from '#pack/pack-archive.ts';
import { placesSchema } from '#pack/places.ts';
import { type PackFacts, readPack } from '#pack/read-pack.ts';
import { readPart } from '#pack/read-part.ts';
import { readWalkGraph } from '#pack/walk-graph.ts';

/** Web Mercator: the tile in which a place lies. */
export function tileOf(lon: number, lat: number, z: number): readonly [x: number, y: number] {
  const angle = (lat * Math.PI) / 180;
  const down = (1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2;
  return [Math.floor(((lon + 180) / 360) * 2 ** z), Math.floor(down * 2 ** z)];
}

/** Features of a layer in the tile that holds a place. */
export async function featuresAt(
  archive: PMTiles,
  layer: string,
  [lon, lat, z]: readonly [lon: number, lat: number, z: number],
): Promise<readonly VectorTileFeature[]> {
  const [x, y] = tileOf(lon, lat, z);
  const tile = await archive.getZxy(z, x, y);
  const found = tile && new VectorTile(new PbfReader(new Uint8Array(tile.data))).layers[layer];
  return found ? Array.from({ length: found.length }, (_, n) => found.feature(n)) : [];
}

/** Even-odd over all rings of a polygon, in the tile's own units: what a renderer fills. */
export function isFilledAt(
  feature: VectorTileFeature,
  [lon, lat, z]: readonly [lon: number, lat: number, z: number],
): boolean {
  if (feature.type !== 3) return false;
  const angle = (lat * Math.PI) / 180;
  const world = feature.extent * 2 ** z;
  const px = (((lon + 180) / 360) * world) % feature.extent;
  const py = (((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * world) % feature.extent;
  let inside = false;
  for (const ring of feature.loadGeometry())
    for (let n = 1; n < ring.length; n += 1) {
      const [a, b] = [ring[n - 1], ring[n]];
      if (!a || !b || a.y > py === b.y > py) continue;
      if (px < ((b.x - a.x) * (py - a.y)) / (b.y - a.y) + a.x) inside = !inside;
    }
  return inside;
}

/** A pack as the app reads it: facts, tiles, places and graph. */
export async function opened(bytes: Uint8Array<ArrayBuffer>) {
  const blob = new Blob([bytes]);
  const read = await readPack(blob, 'made.pmtiles');
  if (!read.ok) throw new Error(`the pack is refused: ${read.error.kind}`);
  const facts: PackFacts = read.value;
  const archive = openPackArchive(blob, facts.id);
  const partOf = <T>(name: 'places' | 'graph', read: (bytes: ArrayBuffer) => T) => {
    const { offset = 0, bytes: length = 0 } = facts.parts?.[name] ?? {};
    return readPart(blob.slice(offset, offset + length), read);
  };
  const text = await partOf('places', (part) => new TextDecoder().decode(part));
  const graph = await partOf('graph', readWalkGraph);
  if (!text || !graph) throw new Error('the pack has no parts');
  return {
    facts,
    archive,
    places: v.parse(placesSchema, JSON.parse(text)),
    graph,
  };
}
