import type { GeoJSONSourceSpecification, LayerSpecification } from 'maplibre-gl';
import { areaLayers, areaSource } from './area-layers.ts';
import { clusterPicture } from './cluster-pictures.ts';
import { boldLabels, plainLabels } from './label-fonts.ts';
import type { ThemeColours } from './theme-colours.ts';

const empty = { type: 'FeatureCollection', features: [] } as const;
const plain = (): GeoJSONSourceSpecification => ({
  type: 'geojson',
  data: { ...empty, features: [] },
});

export const markSources = {
  edge: 'edge',
  areas: areaSource,
  things: 'things',
  chosen: 'chosen',
  you: 'you',
} as const;

/** Everything of ours on the map. Things are one clustered source, so 10,000 of them draw as few. */
export const ownSources = (): Record<string, GeoJSONSourceSpecification> => ({
  [markSources.edge]: plain(),
  [markSources.areas]: { ...plain(), promoteId: 'id' },
  [markSources.you]: plain(),
  [markSources.things]: {
    ...plain(),
    promoteId: 'id',
    cluster: true,
    clusterRadius: 44,
    clusterMaxZoom: 16,
    clusterProperties: { confirmed: ['+', ['get', 'confirmed']] },
  },
  [markSources.chosen]: plain(),
});

export const markLayer = { marks: 'marks', clusters: 'clusters', chosen: 'chosen-mark' } as const;

const isCluster = ['has', 'point_count'] as const;

const groundLayers = (c: ThemeColours): LayerSpecification[] => [
  {
    id: 'pack-edge',
    type: 'line',
    source: markSources.edge,
    layout: { 'line-cap': 'round' },
    paint: { 'line-color': c.softInk, 'line-width': 1.6, 'line-dasharray': [3, 3] },
  },
  {
    id: 'you-area',
    type: 'fill',
    source: markSources.you,
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'fill-color': c.brand, 'fill-opacity': 0.16 },
  },
  {
    id: 'you-ring',
    type: 'line',
    source: markSources.you,
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: { 'line-color': c.brand, 'line-width': 2 },
  },
];

const clusterLayers = (c: ThemeColours): LayerSpecification[] => [
  {
    id: markLayer.clusters,
    type: 'symbol',
    source: markSources.things,
    filter: [...isCluster],
    layout: {
      'icon-image': clusterPicture,
      'icon-allow-overlap': true,
      'text-field': ['get', 'point_count_abbreviated'],
      'text-font': [boldLabels],
      'text-size': 16,
      'text-allow-overlap': true,
      'text-ignore-placement': true,
    },
    paint: { 'text-color': c.paper },
  },
];

/** From here on things have their names beside them. */
const nameZoom = 16;

const nameLayout = {
  'text-field': ['get', 'name'],
  'text-font': [plainLabels],
  'text-size': 14,
  'text-anchor': 'top',
  'text-offset': [0, 1.55],
  'text-max-width': 9,
} satisfies Extract<LayerSpecification, { type: 'symbol' }>['layout'];

const namePaint = (c: ThemeColours) => ({
  'text-color': c.ink,
  'text-halo-color': c.paper,
  'text-halo-width': 1.8,
});

const thingLayers = (c: ThemeColours): LayerSpecification[] => [
  {
    id: markLayer.marks,
    type: 'symbol',
    source: markSources.things,
    filter: ['!', [...isCluster]],
    layout: {
      ...nameLayout,
      'icon-image': ['get', 'picture'],
      'icon-allow-overlap': true,
      // Names, those of streets too, keep off the marks.
      'text-field': ['step', ['zoom'], '', nameZoom, ['get', 'name']],
      'text-optional': true,
      'text-padding': 6,
    },
    paint: namePaint(c),
  },
];

const chosenLayers = (c: ThemeColours): LayerSpecification[] => [
  {
    id: 'you-dot',
    type: 'circle',
    source: markSources.you,
    filter: ['==', ['geometry-type'], 'Point'],
    paint: {
      'circle-color': c.brand,
      'circle-radius': 8,
      'circle-stroke-color': c.card,
      'circle-stroke-width': 3,
    },
  },
  {
    id: 'chosen-ring',
    type: 'circle',
    source: markSources.chosen,
    paint: {
      'circle-color': c.card,
      'circle-radius': 30,
      'circle-stroke-color': c.ink,
      'circle-stroke-width': 3,
    },
  },
  {
    id: markLayer.chosen,
    type: 'symbol',
    source: markSources.chosen,
    layout: {
      ...nameLayout,
      'text-font': [boldLabels],
      'text-offset': [0, 2.4],
      'text-allow-overlap': true,
      'icon-image': ['get', 'picture'],
      'icon-allow-overlap': true,
      'icon-ignore-placement': true,
    },
    paint: namePaint(c),
  },
];

/** Our layers from the ground up, all above the basemap's. Only paint differs between themes. */
export const ownLayers = (colours: ThemeColours): LayerSpecification[] => [
  ...groundLayers(colours),
  ...areaLayers(colours),
  ...clusterLayers(colours),
  ...thingLayers(colours),
  ...chosenLayers(colours),
];
