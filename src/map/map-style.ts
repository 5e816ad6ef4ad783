import type { LayerSpecification, StyleSpecification } from 'maplibre-gl';
import { baseLayers } from './base-layers.ts';
import { labelFonts } from './label-fonts.ts';
import { markSources, ownLayers, ownSources } from './mark-layers.ts';
import { type MapTheme, palettes } from './palette.ts';
import type { ThemeColours } from './theme-colours.ts';

export interface MapLook {
  readonly theme: MapTheme;
  readonly colours: ThemeColours;
  /** ISO 639-1, for names in several languages. */
  readonly language: string;
}

/** A pack's own land, so that no view of it is ever blank: further out than its tiles, or while they come. */
const packGround = ({ theme }: MapLook): LayerSpecification => ({
  id: 'pack-ground',
  type: 'fill',
  source: markSources.edge,
  paint: { 'fill-color': palettes[theme].land },
});

const ground = ({ theme }: MapLook): LayerSpecification => ({
  id: 'ground',
  type: 'background',
  paint: { 'background-color': palettes[theme].beyond },
});

/** The map before any pack: ground and our own layers. No glyphs, no sprite, no address elsewhere. */
export const startStyle = (look: MapLook, page: string): StyleSpecification => ({
  version: 8,
  'font-faces': labelFonts(page),
  transition: { duration: 0, delay: 0 },
  sources: ownSources(),
  layers: [ground(look), packGround(look), ...ownLayers(look.colours)],
});

/** Every layer that a pack's map has in this look; their paint is what a theme changes. */
export const allLayers = (look: MapLook): LayerSpecification[] => [
  ground(look),
  packGround(look),
  ...baseLayers(look.theme, look.language),
  ...ownLayers(look.colours),
];
