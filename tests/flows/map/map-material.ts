import { commands } from 'vitest/browser';
import type { MapPack } from '#map/base-layers.ts';
import type { MapEngine } from '#map/map-engine.ts';
import type { MapPoint } from '#map/map-point.ts';
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
