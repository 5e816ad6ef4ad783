/** What a room may use besides itself. A feature is the room `features/<name>`. */
interface Room {
  readonly rooms: readonly string[];
  /** Names, or beginnings that end in `*`. */
  readonly packages: readonly string[];
}

const ground = ['base', 'domain'];
const react = ['react', 'react-dom'];

/** The law of docs/architecture.md: arrows point down only. */
const law: Readonly<Record<string, Room>> = {
  base: { rooms: [], packages: [] },
  domain: { rooms: ['base'], packages: ['valibot', '@turf/*', 'uuid', 'canonicalize'] },
  platform: { rooms: ['base'], packages: [] },
  seal: { rooms: ground, packages: ['canonicalize', 'valibot'] },
  trust: { rooms: [...ground, 'seal'], packages: ['canonicalize', 'valibot'] },
  search: { rooms: ground, packages: ['minisearch', 'kdbush'] },
  formats: {
    rooms: ground,
    packages: [
      'ical.js',
      'libphonenumber-js',
      'papaparse',
      'geodesy',
      'valibot',
      'uqr',
      '@nuintun/qrcode',
    ],
  },
  pack: {
    rooms: ground,
    packages: ['pmtiles', 'valibot', 'flatqueue', 'kdbush', 'geokdbush'],
  },
  device: { rooms: ground, packages: ['dexie'] },
  register: { rooms: [...ground, 'platform', 'seal'], packages: ['pouchdb-*'] },
  sync: {
    rooms: [...ground, 'platform', 'seal', 'register'],
    packages: ['pouchdb-*', 'valibot'],
  },
  catalogue: { rooms: [...ground, 'register', 'device'], packages: ['dexie', '@turf/*'] },
  i18n: { rooms: ['base'], packages: ['react'] },
  ui: {
    rooms: ['base', 'i18n'],
    packages: [...react, 'lucide-react', '@fontsource/*'],
  },
  forms: { rooms: [...ground, 'formats', 'i18n', 'ui'], packages: ['react', 'valibot'] },
  map: {
    rooms: [...ground, 'platform', 'i18n', 'ui', 'pack'],
    packages: ['react', 'maplibre-gl', 'pmtiles', '@protomaps/basemaps', '@fontsource/*'],
  },
  services: {
    rooms: [
      ...ground,
      ...['platform', 'seal', 'trust', 'register', 'sync', 'catalogue', 'device', 'search'],
      ...['formats', 'pack'],
    ],
    packages: ['react', 'dexie-react-hooks'],
  },
  'service-worker': { rooms: ['base'], packages: ['workbox-*'] },
  hub: {
    rooms: [...ground, 'seal'],
    packages: ['fastify', '@fastify/*', 'pouchdb-*', 'leveldown', 'valibot', 'node:*'],
  },
  tools: { rooms: ['base', 'domain', 'formats', 'pack', 'hub', 'tests'], packages: ['*'] },
};

const belowFeatures = [
  ...ground,
  ...['platform', 'seal', 'trust', 'search', 'formats', 'pack', 'device', 'register', 'sync'],
  ...['catalogue', 'i18n', 'ui', 'forms', 'map', 'services'],
];
const feature: Room = { rooms: belowFeatures, packages: ['react', 'zustand', 'wouter'] };
const app: Room = { rooms: [...belowFeatures, 'features/*'], packages: ['*'] };

/** Undefined for a folder the law does not know: every room needs a line here. */
export function roomLaw(room: string): Room | undefined {
  if (room === 'app') return app;
  return room.startsWith('features/') ? feature : law[room];
}

export const knownRooms: readonly string[] = [...Object.keys(law), 'app'];

export const allows = (allowed: readonly string[], wanted: string): boolean =>
  allowed.some((rule) =>
    rule.endsWith('*') ? wanted.startsWith(rule.slice(0, -1)) : rule === wanted,
  );
