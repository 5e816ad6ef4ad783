import type { Geometry } from 'geojson';
import type { Tags } from '../extract/elements.ts';

export type LayerName = 'earth' | 'landuse' | 'water' | 'roads' | 'buildings' | 'places';

/** In the order in which a tile lists them. */
export const layerNames: readonly LayerName[] = [
  'earth',
  'landuse',
  'water',
  'roads',
  'buildings',
  'places',
];

export type Properties = Readonly<Record<string, string | number | boolean>>;

/** Something on the map, in the layers and words of the Protomaps basemap, version 4. */
export interface Drawn {
  readonly layer: LayerName;
  /** The first zoom whose tiles hold it. */
  readonly minZoom: number;
  readonly properties: Properties;
  readonly geometry: Geometry;
}

/** What a kind of thing is in its layer. */
export interface Look {
  readonly layer: LayerName;
  readonly minZoom: number;
  readonly properties: Properties;
}

const language = /^name:[a-z]{2,3}$/;

/** `name` and the names in other languages, as `name:cy`. */
export function namesIn(tags: Tags): Properties {
  const named = [...tags].filter(([key, name]) => name && (key === 'name' || language.test(key)));
  return Object.fromEntries(named.map(([key, name]) => [key, name.slice(0, 120)]));
}
