import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import { markKinds } from '#ui/kind-shapes.ts';
import type { ThemeColours } from './theme-colours.ts';

export const areaSource = 'areas';

/** What a tap may choose: the ground itself, and lines, which have none. */
export const areaLayer = { ground: 'areas', edges: 'area-edges', dashed: 'area-dashes' } as const;

/** Further out an area is smaller than its mark. */
const areaZoom = 13;

const isThing = ['!=', ['get', 'kind'], 'boundary'] satisfies ExpressionSpecification;
const isConfirmed = ['get', 'confirmed'] satisfies ExpressionSpecification;

const colourOf = ({ kinds, softInk }: ThemeColours): ExpressionSpecification =>
  [
    'match',
    ['get', 'kind'],
    ...markKinds.flatMap((kind) => [kind, kinds[kind]]),
    softInk,
  ] as unknown as ExpressionSpecification;

const edges = (c: ThemeColours) => ({
  type: 'line' as const,
  source: areaSource,
  minzoom: areaZoom,
  paint: {
    'line-color': colourOf(c),
    'line-width': ['case', ['==', ['geometry-type'], 'LineString'], 4, 2.2],
  } satisfies Extract<LayerSpecification, { type: 'line' }>['paint'],
});

/** The ground things cover, in the colour of their kind; a dashed edge is not confirmed yet. */
export const areaLayers = (c: ThemeColours): LayerSpecification[] => [
  {
    id: areaLayer.ground,
    type: 'fill',
    source: areaSource,
    minzoom: areaZoom,
    filter: ['all', isThing, ['==', ['geometry-type'], 'Polygon']],
    paint: { 'fill-color': colourOf(c), 'fill-opacity': 0.2 },
  },
  {
    ...edges(c),
    id: areaLayer.edges,
    filter: ['all', isThing, isConfirmed],
  },
  {
    ...edges(c),
    id: areaLayer.dashed,
    filter: ['all', isThing, ['!', isConfirmed]],
    paint: { ...edges(c).paint, 'line-dasharray': [2.4, 1.6] },
  },
  {
    id: 'boundary',
    type: 'line',
    source: areaSource,
    filter: ['!', isThing],
    paint: { 'line-color': c.brand, 'line-width': 2.5 },
  },
];
