import type { Feature, FeatureCollection, Position } from 'geojson';
import GeoJSONVT from 'geojson-vt';
import { zxyToTileId } from 'pmtiles';
import { fromGeojsonVt } from 'vt-pbf';
import { type PackTile, writePack } from '../../tools/pack/write-pmtiles.ts';
import { type Chance, chance } from './seeded.ts';

/** The same corner of the world as the made-up neighbourhood of `neighbourhood.ts`. */
const west = -3.0;
const south = 51.574;
const step = { lon: 0.0018, lat: 0.0011 };
const blocks = 6;
export const madeUpBounds = [
  west,
  south,
  west + blocks * step.lon,
  south + blocks * step.lat,
] as const;

const streetNames = [
  'Bramble Street',
  'Kiln Road',
  'Ropewalk',
  'Lantern Lane',
  'Weaver Street',
  'Heron Row',
  'Cwm Teg',
  'Stryd y Tŵr',
  'Orchard Street',
  'Quarry Road',
  'Saddler Street',
  'Mill Parade',
  'Linnet Close',
  'Ferry Road',
];

const at = (column: number, row: number): Position => [
  west + column * step.lon,
  south + row * step.lat,
];

const feature = (
  geometry: Feature['geometry'],
  properties: Record<string, string | number>,
): Feature => ({ type: 'Feature', properties, geometry });

const box = (from: Position, to: Position): Feature['geometry'] => {
  const [w = 0, s = 0] = from;
  const [e = 0, n = 0] = to;
  return {
    type: 'Polygon',
    coordinates: [
      [
        [w, s],
        [e, s],
        [e, n],
        [w, n],
        [w, s],
      ],
    ],
  };
};

/** Streets in a grid, every third a bigger one. */
function streets(): Feature[] {
  const lines = [...Array(blocks + 1).keys()];
  const road = (line: Position[], n: number) =>
    feature(
      { type: 'LineString', coordinates: line },
      {
        kind: n % 3 === 1 ? 'major_road' : 'minor_road',
        kind_detail: n % 3 === 1 ? 'secondary' : 'residential',
        name: streetNames[n] ?? 'Side Street',
        min_zoom: 12,
      },
    );
  return [
    ...lines.map((n) => road([at(0, n), at(blocks, n)], n)),
    ...lines.map((n) => road([at(n, 0), at(n, blocks)], n + blocks + 1)),
  ];
}

/** A few houses in each block but the park's. */
function buildings(dice: Chance): Feature[] {
  const made: Feature[] = [];
  for (let block = 0; block < blocks * blocks; block += 1) {
    const column = block % blocks;
    const row = Math.floor(block / blocks);
    if (column === 2 && row === 3) continue;
    for (let house = 0; house < 5; house += 1) {
      const side = column + 0.14 + 0.15 * house;
      const deep = 0.12 + dice.next() * 0.12;
      const from = at(side, row + 0.12);
      made.push(feature(box(from, at(side + 0.11, row + 0.12 + deep)), { kind: 'building' }));
    }
  }
  return made;
}

function collections(dice: Chance): Record<string, FeatureCollection> {
  const all = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });
  const land = box(at(0, 0), at(blocks, blocks));
  const park = box(at(2.1, 3.1), at(2.9, 3.9));
  const river: Position[] = [at(0, 1.4), at(2, 1.9), at(4, 1.5), at(6, 2.1)];
  const place: Feature['geometry'] = { type: 'Point', coordinates: at(3, 3) };
  return {
    earth: all([feature(land, { kind: 'earth' })]),
    landuse: all([feature(park, { kind: 'park', name: 'Linnet Park' })]),
    water: all([
      feature({ type: 'LineString', coordinates: river }, { kind: 'river', name: 'Nant Teg' }),
    ]),
    roads: all(streets()),
    buildings: all(buildings(dice)),
    places: all([
      feature(place, { kind: 'locality', kind_detail: 'village', name: 'Madeup', min_zoom: 10 }),
    ]),
  };
}

const column = (lon: number, z: number): number => Math.floor(((lon + 180) / 360) * 2 ** z);
const row = (lat: number, z: number): number => {
  const angle = (lat * Math.PI) / 180;
  return Math.floor(((1 - Math.asinh(Math.tan(angle)) / Math.PI) / 2) * 2 ** z);
};

/** A made-up neighbourhood in the schema of the Protomaps basemap, the same bytes for the same seed. */
export function makePack(seed: number, minZoom = 12, maxZoom = 15): Uint8Array<ArrayBuffer> {
  const layers = collections(chance(seed));
  const names = Object.keys(layers);
  const cut = Object.entries(layers).map(
    ([name, data]) => [name, new GeoJSONVT(data, { maxZoom, tolerance: 4, buffer: 64 })] as const,
  );
  const [w, s, e, n] = madeUpBounds;
  const tiles: PackTile[] = [];
  for (let z = minZoom; z <= maxZoom; z += 1)
    for (let x = column(w, z); x <= column(e, z); x += 1)
      for (let y = row(n, z); y <= row(s, z); y += 1) {
        const found = cut.flatMap(([name, index]) => {
          const tile = index.getTile(z, x, y);
          return tile ? [[name, tile] as const] : [];
        });
        if (found.length === 0) continue;
        const data = fromGeojsonVt(Object.fromEntries(found), { version: 2 });
        tiles.push({ tileId: zxyToTileId(z, x, y), data });
      }
  const metadata = {
    name: 'Madeup, a small neighbourhood',
    attribution: '<a href="https://example.org/copyright">&copy; nobody, all made up</a>',
    vector_layers: names.map((id) => ({ id, fields: {} })),
  };
  return writePack({ tiles, metadata, bounds: madeUpBounds, minZoom, maxZoom });
}
