import type { Map as MapLibreMap } from 'maplibre-gl';
import { baseLayers, baseSource, type MapPack, packSource } from './base-layers.ts';
import { allLayers, type MapLook } from './map-style.ts';
import { markSources } from './mark-layers.ts';
import { offerPack } from './pack-tiles.ts';
import { setFeatures } from './set-features.ts';

const firstOwnLayer = 'pack-edge';

function removeBase(map: MapLibreMap): void {
  for (const layer of map.getStyle().layers)
    if ('source' in layer && layer.source === baseSource) map.removeLayer(layer.id);
  if (map.getSource(baseSource)) map.removeSource(baseSource);
}

const edgeOf = ([west, south, east, north]: MapPack['bounds']): [number, number][] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];

/** Puts a pack's streets under the marks, or takes them away. */
export function showBase(map: MapLibreMap, pack: MapPack | undefined, look: MapLook): void {
  removeBase(map);
  setFeatures(map, markSources.edge, []);
  if (!pack) return;
  offerPack(pack.id, pack.blob);
  map.addSource(baseSource, packSource(pack));
  for (const layer of baseLayers(look.theme, look.language)) map.addLayer(layer, firstOwnLayer);
  const edge = { type: 'Polygon' as const, coordinates: [edgeOf(pack.bounds)] };
  setFeatures(map, markSources.edge, [{ type: 'Feature', properties: {}, geometry: edge }]);
}

/** Another theme: paint only, so that neither tiles nor points are sent again. */
export function repaint(map: MapLibreMap, look: MapLook): void {
  for (const { id, paint } of allLayers(look)) {
    if (!map.getLayer(id)) continue;
    for (const [name, value] of Object.entries(paint ?? {}))
      map.setPaintProperty(id, name as Parameters<MapLibreMap['setPaintProperty']>[1], value);
  }
}
