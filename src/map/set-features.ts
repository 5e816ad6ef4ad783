import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';

export const featuresSource = (map: MapLibreMap, source: string): GeoJSONSource | undefined =>
  map.getSource<GeoJSONSource>(source);

/** Replaces all that one of our small sources draws. */
export function setFeatures(map: MapLibreMap, source: string, features: GeoJSON.Feature[]): void {
  // A map that is taken away while its worker draws rejects; there is nothing left to draw on.
  void featuresSource(map, source)
    ?.setData({ type: 'FeatureCollection', features })
    .catch(() => undefined);
}
