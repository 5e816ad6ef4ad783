import { availableParallelism } from 'node:os';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags, chromiumPath } from './tests/support/chromium.ts';

const soakRuns = Number(process.env['SOAK_RUNS'] ?? 0);
/** Only a soak pays for it. */
const setupFiles = soakRuns > 0 ? ['tests/support/soak-setup.ts'] : [];

/** On a slow machine all of the browser tests are more than the 20 minutes of `npm test`: a soak has these. */
const longJourneys = [
  ...['access-cards', 'access-import-map', 'access-keyboard', 'book-by-hand', 'burn'],
  ...['flight-mode', 'full-disk'],
  ...['full-disk-import', 'join-by-code', 'look-around', 'map-without', 'never-lose'],
  ...['old-app', 'packs-fetched', 'recovery-sheet', 'shared-cleared', 'shared-full-disk'],
  ...['three-devices', 'two-tabs'],
].map((name) => `tests/browser/${name}.test.ts`);

/** One fewer than there are cores is the usual, and half of a small machine: it has to fit in 20 minutes. */
const maxWorkers = Math.max(2, availableParallelism() - 1);

/** Half of the time would go into loading the same modules for each file; no file leaves anything behind. */
const isolate = false;

/** A machine five times slower must not turn a test red: what never comes is found all the same. */
const patient = {
  testTimeout: 120_000,
  hookTimeout: 180_000,
  expect: { poll: { timeout: 60_000 } },
};

/**
 * node: pure rooms and the laws of the house. flows: real rooms over real IndexedDB in Chromium.
 * browser: the built app, served by the hub, driven in Chromium. soak: the same for longer than a
 * usual test may take; `npm run soak` runs it, and the others' properties with more runs.
 */
const soak = {
  test: {
    name: 'soak',
    environment: 'node',
    include: ['tests/soak/**/*.test.ts'],
    testTimeout: 3_600_000,
    hookTimeout: 180_000,
    fileParallelism: false,
  },
};

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...patient,
          name: 'node',
          environment: 'node',
          maxWorkers,
          isolate,
          provide: { soakRuns },
          setupFiles,
          // Those of sync join phones with a real hub, which runs in Node.
          include: [
            'tests/unit/**/*.test.{ts,tsx}',
            'tests/*.test.ts',
            'tests/flows/sync/**/*.test.ts',
          ],
        },
      },
      {
        // Named, so that a test file is never reloaded half-way by a late discovery.
        optimizeDeps: {
          include: [
            'dexie',
            'dexie-react-hooks',
            'pouchdb-adapter-idb',
            'pouchdb-core',
            'react',
            'react-dom/client',
            'react/jsx-dev-runtime',
            'valibot',
            'canonicalize',
            'fast-check',
            'axe-core',
            'minisearch',
            'lucide-react',
            'wouter',
            'wouter/use-browser-location',
            'workbox-window',
            'geodesy/osgridref.js',
            'ical.js',
            'libphonenumber-js/min',
            'maplibre-gl',
            'papaparse',
            'pmtiles',
            '@nuintun/qrcode',
            '@protomaps/basemaps',
            'zustand',
            'uqr',
            'uuid',
          ],
        },
        // The real map and its things lie beside the project; their tests say so when they are not there.
        server: { fs: { allow: ['.', '../shared/data'] } },
        test: {
          ...patient,
          name: 'flows',
          maxWorkers,
          isolate,
          provide: { soakRuns },
          setupFiles,
          include: ['tests/flows/**/*.test.{ts,tsx}'],
          exclude: ['tests/flows/sync/**'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: chromiumPath(), args: chromiumFlags },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          ...patient,
          testTimeout: 300_000,
          name: 'browser',
          environment: 'node',
          include: ['tests/browser/**/*.test.ts'],
          exclude: soakRuns > 0 ? [] : longJourneys,
          maxWorkers,
        },
      },
      ...(soakRuns > 0 ? [soak] : []),
    ],
  },
});
