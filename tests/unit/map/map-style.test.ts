import { expect, test } from 'vitest';
import { baseLayers, packSource } from '#map/base-layers.ts';
import { allLayers, type MapLook, startStyle } from '#map/map-style.ts';
import { type MapTheme, palettes } from '#map/palette.ts';
import type { ThemeColours } from '#map/theme-colours.ts';
import { markKinds } from '#ui/kind-shapes.ts';

const kinds = Object.fromEntries(
  markKinds.map((kind) => [kind, '#123456']),
) as ThemeColours['kinds'];
const colours: ThemeColours = {
  ink: '#000001',
  softInk: '#000002',
  paper: '#000003',
  card: '#000004',
  line: '#000005',
  brand: '#000006',
  onBrand: '#000007',
  onKind: '#000008',
  kinds,
};
const page = 'http://localhost:8080/map';
const themes = Object.keys(palettes) as MapTheme[];
const look = (theme: MapTheme): MapLook => ({ theme, colours, language: 'en' });
const pack = {
  id: 'abc',
  blob: new Blob(),
  bounds: [-3, 51, -2.9, 51.1] as const,
  minZoom: 0,
  maxZoom: 15,
  attribution: '©',
};

/** Every string of a style that could be an address. */
function addresses(value: unknown): string[] {
  if (typeof value === 'string') return /^[a-z][a-z0-9+-]*:\/\/|^\/\//i.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(addresses);
}

test('a style names no address but the page itself and our own protocol', () => {
  for (const theme of themes) {
    const style = startStyle(look(theme), page);
    const found = addresses([style, allLayers(look(theme)), packSource(pack)]);
    expect(found.length).toBeGreaterThan(0);
    const foreign = found.filter(
      (address) =>
        !address.startsWith('patchbook-pack://abc/') &&
        new URL(address).origin !== new URL(page).origin,
    );
    expect(foreign).toEqual([]);
    expect(style).not.toHaveProperty('glyphs');
    expect(style).not.toHaveProperty('sprite');
  }
});

test('the basemap has its streets and names and none of its points of interest or icons', () => {
  const layers = baseLayers('light', 'en');
  const ids = layers.map(({ id }) => id);
  expect(layers.length).toBeGreaterThan(60);
  expect(ids).toEqual(
    expect.arrayContaining(['earth', 'water', 'buildings', 'roads_labels_minor']),
  );
  expect(ids).not.toContain('pois');
  expect(JSON.stringify(layers)).not.toContain('icon-image');
  expect(JSON.stringify(layers)).not.toContain('pgf:');
});

test('themes differ in paint only, so changing one sends nothing again', () => {
  const bare = (theme: MapTheme) =>
    allLayers(look(theme)).map((layer) => ({ ...layer, paint: Object.keys(layer.paint ?? {}) }));
  expect(bare('dark')).toEqual(bare('light'));
  expect(bare('sun')).toEqual(bare('light'));
  expect(JSON.stringify(allLayers(look('dark')))).not.toBe(
    JSON.stringify(allLayers(look('light'))),
  );
});

const channel = (hex: string, at: number): number => {
  const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
};
const light = (hex: string): number =>
  0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
const contrast = (a: string, b: string): number => {
  const [low = 0, high = 0] = [light(a), light(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
};

test.each([
  ['light', 4.5],
  ['dark', 4.5],
  ['sun', 7],
] as const)('names on the %s map stand out from every ground by %d', (theme, least) => {
  const { label, mainLabel, waterLabel, land, park, wood, yard, house, road, halo, water } =
    palettes[theme];
  for (const ground of [land, park, wood, yard, house, halo])
    for (const words of [label, mainLabel])
      expect(contrast(words, ground), `${words} on ${ground}`).toBeGreaterThanOrEqual(least);
  expect(contrast(waterLabel, water)).toBeGreaterThanOrEqual(least);
  expect(contrast(mainLabel, road)).toBeGreaterThanOrEqual(theme === 'dark' ? 4.5 : least);
});
