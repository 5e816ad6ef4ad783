import { readFileSync } from 'node:fs';

export interface HostileFile {
  readonly why: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
  /** The failure it must end in, or that it does no harm. */
  readonly kind: string;
}

const good = readFileSync(
  new URL('../../fixtures/import/made-up-osm.geojson', import.meta.url),
  'utf8',
);

const bytes = (...list: number[]) => Uint8Array.from(list);
const list = (features: unknown, more: object = {}) =>
  JSON.stringify({ type: 'FeatureCollection', features, ...more });
const feature = (geometry: unknown, properties: unknown = { name: 'Corner' }) => ({
  type: 'Feature',
  properties,
  geometry,
});
const point = (...coordinates: unknown[]) => ({ type: 'Point', coordinates });
const one = (geometry: unknown, properties?: unknown) => list([feature(geometry, properties)]);
const nested = (depth: number, inner = '0') => '['.repeat(depth) + inner + ']'.repeat(depth);

const file = (why: string, content: HostileFile['content'], kind: string): HostileFile => ({
  why,
  content,
  kind,
});

const truncated = [10, 20, 30, 40, 50, 60, 70, 80, 90, 99].map((percent) =>
  file(
    `cut off at ${percent} %`,
    good.slice(0, Math.floor((good.length * percent) / 100)),
    'file-cut-short',
  ),
);

const truncatedBytes = [0.25, 0.5, 0.75].map((part) => {
  const text = new TextEncoder().encode(list([feature(point(0, 0), { name: 'é'.repeat(200) })]));
  const at = Math.floor(text.length * part);
  return file(`cut off inside a letter at ${part}`, text.slice(0, at | 1), 'file-cut-short');
});

const notJson = [
  file('nothing in it', '', 'file-empty'),
  file('only spaces', '  \n\t ', 'file-empty'),
  file('only a byte order mark', '\uFEFF', 'file-empty'),
  file('a web page', '<!DOCTYPE html><html><body>Sign in</body></html>', 'file-web-page'),
  file('a web page after spaces', '\n  <html lang="en">', 'file-web-page'),
  file('KML', '<?xml version="1.0"?><kml></kml>', 'file-xml'),
  file('OpenStreetMap XML', '<osm version="0.6"></osm>', 'file-xml'),
  file('CSV', 'name,lat,lon\nCorner,51,-3\n', 'file-not-json'),
  file('words', 'Dear all, please find attached', 'file-not-json'),
  file('a script', 'callback({"type":"FeatureCollection"})', 'file-not-json'),
  file('NaN', '{"type":"Point","coordinates":[NaN,51]}', 'file-not-json'),
  file('Infinity', '{"type":"Point","coordinates":[Infinity,51]}', 'file-not-json'),
  file('single quotes', "{'type':'FeatureCollection'}", 'file-not-json'),
  file('a comma too many', '{"type":"FeatureCollection","features":[],}', 'file-not-json'),
  file('a comment', '{/* map */"type":"FeatureCollection"}', 'file-not-json'),
  file('closed more often than opened', '{}]}}}', 'file-not-json'),
  file('lines of JSON', '{"type":"Feature"}\n{"type":"Feature"}', 'file-not-json'),
  file('a zip', bytes(0x50, 0x4b, 3, 4, 0, 0, 0, 0), 'file-not-text'),
  file('a PNG', bytes(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13), 'file-not-text'),
  file('zeros', new Uint8Array(5000), 'file-not-text'),
  file('a zero in the middle', bytes(0x7b, 0x22, 0x61, 0, 0x22), 'file-not-text'),
  file('bytes that are no letters', bytes(0xc3, 0x28, 0xff, 0xfd), 'file-not-json'),
  file('an odd number of bytes in UTF-16', bytes(0xff, 0xfe, 0x7b, 0, 0x7d), 'file-cut-short'),
];

const deep = [
  file('41 deep', nested(41), 'file-too-deep'),
  file('100,000 deep', nested(100_000), 'file-too-deep'),
  file('5 million deep and never closed', '['.repeat(5_000_000), 'file-too-deep'),
  file('deep in a property', one(point(0, 0)).replace('"Corner"', nested(60)), 'file-too-deep'),
  file('brackets inside words only', one(point(0, 0), { name: '[{'.repeat(500) }), 'harmless'),
  file('escaped quotes before brackets', one(point(0, 0), { name: '\\"[[[\\' }), 'harmless'),
];

const otherJson = [
  file('null', 'null', 'file-not-known'),
  file('a number', '42', 'file-not-known'),
  file('a word', '"FeatureCollection"', 'file-not-known'),
  file('a list', '[1,2,3]', 'file-not-known'),
  file('another object', '{"hello":"there"}', 'file-not-known'),
  file('TopoJSON', '{"type":"Topology","objects":{},"arcs":[]}', 'file-not-known'),
  file('an answer of Overpass', '{"version":0.6,"elements":[]}', 'file-not-known'),
  file('features that are no list', list({ 0: 'x', length: 5 }), 'file-not-known'),
  file('a length that lies', list({ length: 1e9 }), 'file-not-known'),
  file('an empty list', list([]), 'file-no-things'),
  file('20,001 things', list(new Array(20_001).fill(null)), 'file-too-many'),
  file('a type that is a list', '{"type":["FeatureCollection"],"features":[]}', 'file-not-known'),
];

const copies = [
  file('a copy with nothing in it', '{"patchbook":"copy"}', 'copy-broken'),
  file('a copy of tomorrow', '{"patchbook":"copy","version":2}', 'copy-newer'),
  file('a copy of version NaN', '{"patchbook":"copy","version":"x"}', 'copy-broken'),
  file('a copy whose records are no list', copy({ records: { length: 3 } }), 'copy-broken'),
  file(
    'a copy whose register is a path',
    copy({ register: { id: '../..', name: 'x' } }),
    'copy-broken',
  ),
  file('a copy with 50,001 records', copy({ records: new Array(50_001).fill(0) }), 'file-too-many'),
  file(
    'a copy of rubbish',
    copy({ records: [null, 1, 'x', [], {}, { type: 'person' }] }),
    'harmless',
  ),
  file('a copy with rubbish for photos', copy({ photos: { a: 1, b: null } }), 'harmless'),
  file('a copy with lists for photos', copy({ photos: [1, 2] }), 'copy-broken'),
  file('a copy with versions that lie', copy({ kinds: { place: 1e9 } }), 'harmless'),
  file('a copy with versions below one', copy({ kinds: { place: -1 } }), 'copy-broken'),
];

function copy(change: object): string {
  const register = { id: '0'.repeat(32), name: 'Made up' };
  const head = { patchbook: 'copy', version: 1, register, madeAt: '2026-01-01T00:00:00Z' };
  return JSON.stringify({ ...head, records: [], photos: {}, ...change });
}

const ring = (points: number) =>
  Array.from({ length: points }, (_, at) => [Math.cos(at / points), Math.sin(at / points)]);

const shapes = [
  ['no shape', null],
  ['a shape that is a word', 'Point'],
  ['no coordinates', { type: 'Point' }],
  ['coordinates of null', point(null, null)],
  ['numbers as words', point('-2.99', '51.58')],
  ['numbers past every limit', point(1e308, -1e308)],
  ['an empty place', point()],
  ['one number', point(3)],
  ['nested numbers', point([[[1]]], [[[2]]])],
  ['a line of one point', { type: 'LineString', coordinates: [[1, 2]] }],
  [
    'an outline of two points',
    {
      type: 'Polygon',
      coordinates: [
        [
          [1, 2],
          [3, 4],
        ],
      ],
    },
  ],
  [
    'an outline without inside',
    {
      type: 'Polygon',
      coordinates: [
        [
          [0, 0],
          [1, 1],
          [0, 0],
          [0, 0],
        ],
      ],
    },
  ],
  ['an outline of 100,000 corners', { type: 'Polygon', coordinates: [ring(100_000)] }],
  ['a hundred outlines', { type: 'MultiPolygon', coordinates: new Array(100).fill([ring(5)]) }],
  ['a shape named like a method', { type: 'constructor', coordinates: [1, 2] }],
  ['a shape named __proto__', { type: '__proto__', coordinates: [1, 2] }],
  ['a heap of shapes', { type: 'GeometryCollection', geometries: [point(1, 2)] }],
  ['coordinates that are an object', { type: 'Polygon', coordinates: { 0: [], length: 9 } }],
].map(([why, geometry]) => file(String(why), one(geometry), 'harmless'));

const long = 'x'.repeat(1_000_000);
const properties = [
  ['a name of a million letters', { name: long }],
  ['a key of a million letters', { [long]: 'x', name: 'Corner' }],
  ['hours of a million letters', { name: 'Corner', opening_hours: long }],
  ['hours made to be slow', { name: 'Corner', opening_hours: 'Mo-'.repeat(5000) }],
  ['an email made to be slow', { name: 'Corner', email: `a@${'a.'.repeat(200_000)}` }],
  ['a phone of a million figures', { name: 'Corner', phone: '1'.repeat(1_000_000) }],
  ['a website that is code', { name: 'Corner', website: 'javascript:alert(1)' }],
  ['a website that is data', { name: 'Corner', website: 'data:text/html,<script>' }],
  ['HTML in a name', { name: '<img src=x onerror=alert(1)>' }],
  ['marks that turn the writing round', { name: '\u202Etxet\u202C' }],
  ['letters that are halves', { name: '\uD800\uD800' }],
  ['properties that are a list', ['name', 'Corner']],
  ['properties that are null', null],
  ['values that are objects', { name: { toString: 'x' }, amenity: ['bench'] }],
  ['tags that are a list', { tags: ['amenity=bench'], name: 'Corner' }],
  ['an osm id past every number', { osm_id: 'node/999999999999999999999', amenity: 'bench' }],
  ['an osm id of nought', { osm_id: 'node/0', amenity: 'bench' }],
  ['a thousand phones', { name: 'Corner', phone: '01632 960123;'.repeat(1000) }],
].map(([why, value]) => file(String(why), one(point(-2.9, 51.5), value), 'harmless'));

const prototypes = [
  '{"type":"FeatureCollection","features":[{"type":"Feature","__proto__":{"polluted":1},"properties":{"__proto__":{"polluted":1},"name":"Corner"},"geometry":null}]}',
  '{"__proto__":{"type":"FeatureCollection","features":[]}}',
  '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"constructor":{"prototype":{"polluted":1}},"name":"Corner"},"geometry":null}]}',
].map((content, at) =>
  file(
    `a key that would set a prototype, ${at + 1}`,
    content,
    at === 1 ? 'file-not-known' : 'harmless',
  ),
);

export const hostileFiles: readonly HostileFile[] = [
  ...truncated,
  ...truncatedBytes,
  ...notJson,
  ...deep,
  ...otherJson,
  ...copies,
  ...shapes,
  ...properties,
  ...prototypes,
];
