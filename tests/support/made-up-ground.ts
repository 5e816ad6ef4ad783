import type { PackRow } from '#device/device-db.ts';
import type { Places } from '#pack/places.ts';
import { writeWalkGraph } from '#pack/walk-graph.ts';

type Spot = readonly [lon: number, lat: number];

/** Two banks of a made-up river, joined by one bridge 1.1 km to the north. */
export const west: Spot = [-2.99, 51.58];
export const east: Spot = [-2.987, 51.58];
const northWest: Spot = [-2.99, 51.59];
const northEast: Spot = [-2.987, 51.59];

const micro = ([lon, lat]: Spot): [number, number] => [
  Math.round(lon * 1e6),
  Math.round(lat * 1e6),
];

const places: Places = {
  v: 1,
  streets: [
    {
      names: { '': 'Alder Road', cy: 'Heol y Wernen' },
      at: micro(west),
      box: [...micro(west), ...micro(northWest)],
    },
  ],
  groups: [
    {
      street: 0,
      postcode: 'NP20 2ZZ',
      homes: [
        ['1', ...micro([-2.9901, 51.58])],
        ['3', ...micro([-2.9901, 51.5802])],
      ],
    },
  ],
  postcodes: [['NP20 2ZZ', ...micro([-2.9901, 51.5801])]],
};

const graph = writeWalkGraph(
  [west, northWest, northEast, east],
  [
    { from: 0, to: 1, decimetres: 11_120 },
    { from: 1, to: 2, decimetres: 2_070 },
    { from: 2, to: 3, decimetres: 11_120 },
  ],
);

const gzipped = (content: BlobPart): Promise<Blob> =>
  new Response(new Blob([content]).stream().pipeThrough(new CompressionStream('gzip'))).blob();

/** A kept pack with streets, addresses and paths, and nothing to draw. */
export async function madeUpGround(): Promise<PackRow> {
  const parts = [await gzipped(JSON.stringify(places)), await gzipped(graph)] as const;
  const [{ size: placesBytes }, { size: graphBytes }] = parts;
  const blob = new Blob([...parts]);
  return {
    id: 'made-up-ground',
    name: 'Two banks',
    bytes: blob.size,
    addedAt: 1,
    bounds: [-3, 51.57, -2.98, 51.6],
    minZoom: 0,
    maxZoom: 15,
    attribution: 'Nobody',
    parts: {
      places: { offset: 0, bytes: placesBytes },
      graph: { offset: placesBytes, bytes: graphBytes },
    },
    blob,
  };
}
