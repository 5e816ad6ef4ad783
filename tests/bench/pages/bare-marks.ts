import '#ui/base.css';
import 'maplibre-gl/dist/maplibre-gl.css';
import { type LayerSpecification, Map as MapLibre, setWorkerUrl } from 'maplibre-gl';
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url';
import { labelFonts, plainLabels } from '#map/label-fonts.ts';
import { mapSettings } from '#map/map-settings.ts';
import type { MapLook } from '#map/map-style.ts';
import { startStyle } from '#map/map-style.ts';
import { markSources, ownSources } from '#map/mark-layers.ts';
import { readThemeColours } from '#map/theme-colours.ts';

export type BareLook = 'pictures' | 'circles';

const source = markSources.things;

/** As in MapLibre's own example of clusters: circles, a number on those that stand for many. */
const circleLayers: LayerSpecification[] = [
  { id: 'ground', type: 'background', paint: { 'background-color': '#eee' } },
  {
    id: 'clusters',
    type: 'circle',
    source,
    filter: ['has', 'point_count'],
    paint: {
      'circle-color': ['step', ['get', 'point_count'], '#51bbd6', 100, '#f1f075', 750, '#f28cb1'],
      'circle-radius': ['step', ['get', 'point_count'], 20, 100, 30, 750, 40],
    },
  },
  {
    id: 'cluster-count',
    type: 'symbol',
    source,
    filter: ['has', 'point_count'],
    layout: {
      'text-field': ['get', 'point_count_abbreviated'],
      'text-font': [plainLabels],
      'text-size': 12,
    },
  },
  {
    id: 'marks',
    type: 'circle',
    source,
    filter: ['!', ['has', 'point_count']],
    paint: {
      'circle-color': '#11b4da',
      'circle-radius': 8,
      'circle-stroke-width': 1,
      'circle-stroke-color': '#fff',
    },
  },
];

export const bareMapLook = (): MapLook => ({
  theme: 'light',
  colours: readThemeColours(),
  language: 'en',
});

/** The app's own style, or the least that shows the same points in a clustered source. */
const styleOf = (look: BareLook) =>
  look === 'pictures'
    ? startStyle(bareMapLook(), document.baseURI)
    : {
        version: 8 as const,
        'font-faces': labelFonts(document.baseURI),
        sources: { [source]: ownSources()[source] ?? { type: 'geojson' as const, data: '' } },
        layers: circleLayers,
      };

/** MapLibre alone, with the settings our own map has. */
export function openBareMarks(container: HTMLElement, look: BareLook): MapLibre {
  setWorkerUrl(workerUrl);
  return new MapLibre({
    container,
    style: styleOf(look),
    ...mapSettings,
  });
}
