import { addProtocol } from 'maplibre-gl';
import type { PMTiles } from 'pmtiles';
import { openPackArchive } from '#pack/pack-archive.ts';
import { packScheme } from './base-layers.ts';

const archives = new Map<string, PMTiles>();
const address = new RegExp(`^${packScheme}://([^/]+)/(\\d+)/(\\d+)/(\\d+)$`);
const nothing = new Uint8Array();

/** A tile that is missing or cannot be read leaves its square empty; the rest is still a map. */
async function tileAt(url: string, signal: AbortSignal): Promise<Uint8Array> {
  const [, id = '', z, x, y] = address.exec(url) ?? [];
  try {
    const found = await archives.get(id)?.getZxy(Number(z), Number(x), Number(y), signal);
    return found ? new Uint8Array(found.data) : nothing;
  } catch (error) {
    if (signal.aborted) throw error;
    return nothing;
  }
}

let isKnown = false;

/** Tiles of kept packs only: there is no way from here to the network. */
export function offerPack(id: string, blob: Blob): void {
  if (!isKnown)
    addProtocol(packScheme, async ({ url }, { signal }) => ({ data: await tileAt(url, signal) }));
  isKnown = true;
  archives.set(id, openPackArchive(blob, id));
}
