import { layers } from '@protomaps/basemaps';
import type { LayerSpecification, VectorSourceSpecification } from 'maplibre-gl';
import { flavourOf } from './flavour.ts';
import { type MapTheme, palettes } from './palette.ts';
import type { Bounds } from './spot.ts';

export const baseSource = 'base';

/** A kept map pack, as far as the map needs it. */
export interface MapPack {
  readonly id: string;
  readonly blob: Blob;
  readonly bounds: Bounds;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly attribution: string;
}

/** The basemap's own points of interest are dropped: the register's are the ones. The others need a sprite. */
const dropped = new Set(['pois', 'roads_oneway', 'roads_shields', 'background']);

/** Sizes in px; the basemap's own are drawn for young eyes. */
const labelSize: Readonly<Record<string, number>> = {
  roads_labels_minor: 13.5,
  roads_labels_major: 14.5,
  water_waterway_label: 13.5,
  address_label: 13,
};

/** Names positioned for the sprite's own fonts come under `pgf:`; we draw with the page's fonts. */
const withPlainNames = <T>(layer: T): T =>
  JSON.parse(
    JSON.stringify(layer, (_, value: unknown) =>
      typeof value === 'string' && value.startsWith('pgf:') ? value.slice(4) : value,
    ),
  ) as T;

function readable(layer: LayerSpecification): LayerSpecification {
  if (layer.type !== 'symbol') return layer;
  const size = labelSize[layer.id];
  const layout = Object.fromEntries(
    Object.entries(layer.layout ?? {}).filter(([name]) => !name.startsWith('icon-')),
  );
  return {
    ...layer,
    layout: { ...layout, ...(size !== undefined && { 'text-size': size }) },
    paint: { ...layer.paint, 'text-halo-width': 1.6 },
  };
}

/** The ground, streets and their names. The same layers in every theme: only paint differs. */
export function baseLayers(theme: MapTheme, language: string): LayerSpecification[] {
  const drawn = layers(baseSource, flavourOf(palettes[theme]), { lang: language });
  return (drawn as LayerSpecification[])
    .filter(({ id }) => !dropped.has(id))
    .map((layer) => readable(withPlainNames(layer)));
}

/** Where the tiles come from: our own protocol, which knows kept packs and nothing else. */
export const packScheme = 'patchbook-pack';

export const packSource = (pack: MapPack): VectorSourceSpecification => ({
  type: 'vector',
  tiles: [`${packScheme}://${pack.id}/{z}/{x}/{y}`],
  minzoom: pack.minZoom,
  maxzoom: pack.maxZoom,
  bounds: [...pack.bounds],
});
