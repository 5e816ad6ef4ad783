import { tileIdToZxy } from 'pmtiles';
import { type Bytes, utf8 } from '#base/bytes.ts';
import { packBytesMax, packStartBytes, partBytesMax, unpackedPartBytesMax } from '#pack/limits.ts';
import type { WrittenGround } from '#pack/pack-parts.ts';
import type { Places } from '#pack/places.ts';
import { writeWalkGraph } from '#pack/walk-graph.ts';
import type { Box } from './box.ts';
import type { MadeGraph } from './graph/make-graph.ts';
import { layerNames } from './ground/drawn.ts';
import { PackTrouble } from './trouble.ts';
import { type Gzip, headerAt, type PackTile, writePack } from './write-pmtiles.ts';

export interface Neighbourhood {
  readonly name: string;
  readonly box: Box;
  /** Day of the map data, where it is known. */
  readonly day: string | undefined;
  readonly attribution: string;
  readonly tiles: readonly PackTile[];
  readonly places: Places;
  readonly graph: MadeGraph;
  readonly gzip: Gzip;
}

function part(content: Uint8Array, gzip: Gzip): Bytes {
  const packed = gzip(content);
  if (content.length > unpackedPartBytesMax || packed.length > partBytesMax)
    throw new PackTrouble(
      'There are more streets or addresses here than a pack can hold. Choose a smaller box.',
    );
  return packed;
}

function zoomsOf(tiles: readonly PackTile[]): { minZoom: number; maxZoom: number } {
  const zooms = [...new Set(tiles.map(({ tileId }) => tileIdToZxy(tileId)[0]))];
  return { minZoom: Math.min(...zooms), maxZoom: Math.max(...zooms) };
}

/** Header and directory have to fit the app's first read, and all of it a phone. */
export function checkSize(bytes: Bytes): void {
  if (bytes.length > packBytesMax)
    throw new PackTrouble('The pack would be larger than the app takes. Choose a smaller box.');
  const rootEnd = new DataView(bytes.buffer).getBigUint64(headerAt.metadataOffset, true);
  if (rootEnd > packStartBytes)
    throw new PackTrouble('The box has more tiles than a pack can list. Choose a smaller box.');
}

/** The file of docs/decisions/0016: tiles, and behind them where streets and paths are. */
export function writeNeighbourhood(made: Neighbourhood): Bytes {
  const { name, box, day, attribution, tiles, gzip } = made;
  const places = part(utf8(JSON.stringify(made.places)), gzip);
  const graph = part(writeWalkGraph(made.graph.nodes, made.graph.edges), gzip);
  const patchbook: WrittenGround = {
    v: 1,
    ...(day && { day }),
    parts: {
      places: { at: 0, bytes: places.length },
      graph: { at: places.length, bytes: graph.length },
    },
  };
  const layers = layerNames.map((id) => ({ id, fields: {} }));
  const bytes = writePack({
    tiles,
    metadata: { name, attribution, type: 'baselayer', vector_layers: layers, patchbook },
    bounds: box,
    ...zoomsOf(tiles),
    parts: [places, graph],
    gzip,
  });
  checkSize(bytes);
  return bytes;
}
