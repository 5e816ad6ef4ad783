import { commands } from 'vitest/browser';
import type { MapPack } from '#map/base-layers.ts';
import type { MapEngine } from '#map/map-engine.ts';
import type { MapPoint } from '#map/map-point.ts';
import type { Spot } from '#map/spot.ts';
import { readPack } from '#pack/read-pack.ts';
import '#ui/base.css';

/** Addresses of other hosts than the page's that anything on it has asked for. */
export const foreignRequests = (): string[] =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name)
    .filter((name) => /^(https?|wss?):/.test(name) && new URL(name).host !== location.host);

async function packFrom(base64: string, name: string): Promise<MapPack> {
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const blob = new Blob([bytes]);
  const read = await readPack(blob, name);
  if (!read.ok) throw new Error(read.error.kind);
  return { ...read.value, blob };
}

export const smallPack = async (): Promise<MapPack> =>
  packFrom(await commands.readFile('tests/fixtures/maps/small.pmtiles', 'base64'), 'small.pmtiles');

/** The real Newport, where it lies beside the project. */
export async function newportPack(): Promise<MapPack | undefined> {
  const path = '../shared/data/map/newport-pill.pmtiles';
  const base64 = await commands.readFile(path, 'base64').catch(() => undefined);
  return base64 === undefined ? undefined : packFrom(base64, 'newport-pill.pmtiles');
}

/** Waits until nothing more is to be drawn. */
export async function drawn(engine: MapEngine): Promise<void> {
  await engine.map.once('idle');
}

/** A tap with a finger, at a spot of the map. */
export function tapOn(engine: MapEngine, spot: Spot): void {
  const { x, y } = engine.map.project([spot.lon, spot.lat]);
  const { left, top } = engine.map.getCanvas().getBoundingClientRect();
  const at = { bubbles: true, clientX: left + x, clientY: top + y };
  for (const type of ['mousedown', 'mouseup', 'click'])
    engine.map.getCanvas().dispatchEvent(new MouseEvent(type, at));
}

const kinds = ['people', 'groups', 'organisations', 'places', 'exchange', 'stories'];

/** Things in a row along the made-up pack's middle, about 80 m apart. */
export const someThings = (count: number): MapPoint[] =>
  Array.from({ length: count }, (_, n) => ({
    id: `thing-${n}`,
    kind: kinds[n % kinds.length] ?? 'places',
    name: `Thing ${n}`,
    lon: -2.998 + n * 0.0012,
    lat: 51.5773,
    confirmed: n % 2 === 0,
  }));

export type Colour = readonly [red: number, green: number, blue: number];

/** The colours of so many pixels of what is drawn now, from left to right; CSS px of the canvas. */
export function pixelsOf(
  { map }: MapEngine,
  { x, y, width = 1 }: { readonly x: number; readonly y: number; readonly width?: number },
): Promise<Colour[]> {
  return new Promise((resolve) => {
    map.once('render', () => {
      const canvas = map.getCanvas();
      const gl = canvas.getContext('webgl2');
      if (!gl) throw new Error('This browser draws nothing');
      const ratio = canvas.width / canvas.clientWidth;
      const pixels = new Uint8Array(4 * width);
      const row = canvas.height - 1 - Math.round(y * ratio);
      for (let at = 0; at < width; at += 1) {
        const one = new Uint8Array(4);
        gl.readPixels(Math.round((x + at) * ratio), row, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, one);
        pixels.set(one, 4 * at);
      }
      resolve(
        Array.from({ length: width }, (_, at): Colour => {
          const [red = 0, green = 0, blue = 0] = pixels.subarray(4 * at, 4 * at + 3);
          return [red, green, blue];
        }),
      );
    });
    map.triggerRepaint();
  });
}
