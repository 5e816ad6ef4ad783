import react from '@vitejs/plugin-react';
import { defineConfig, type Rolldown } from 'vite';
import { sourceId } from './hub/source-id.ts';
import { refuseNodeModules } from './tools/build/refuse-node-modules.ts';
import { serviceWorker } from './tools/build/service-worker.ts';

/** Words of screens that a start does not show: each file of its own would be a request of its own. */
const laterScreens =
  'connections|door|export|first-start|help|import|look-around|lock|map|packs|people|recovery|register|settings|share|sharing|todo';

const groups: Rolldown.CodeSplittingGroup[] = [
  { name: 'libraries', tags: ['$initial'], test: /node_modules/, priority: 3 },
  { name: 'start', tags: ['$initial'], priority: 2 },
  { name: 'words', test: new RegExp(`i18n/en-GB/(${laterScreens})\\.json`) },
  { name: 'words-cy', test: /i18n\/cy\// },
];

export default defineConfig(({ command }) => {
  const root = import.meta.dirname;
  const buildId =
    command === 'build' ? (process.env['PATCHBOOK_BUILD'] ?? sourceId(root)) : 'development';
  return {
    root,
    plugins: [react(), refuseNodeModules(), serviceWorker(buildId)],
    // The build Dexie exports for modern browsers; its default is for those of 2011 (1.3 KB gzip more).
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
    define: { __BUILD_ID__: JSON.stringify(buildId) },
    build: {
      target: 'es2023',
      sourcemap: false,
      modulePreload: {
        polyfill: false,
        // The list of every screen's files would be 1.5 KB of the start; the worker keeps them anyway.
        resolveDependencies: (_file, wanted, { hostType }) =>
          hostType === 'html' ? wanted : wanted.filter((file) => file.endsWith('.css')),
      },
      // Fonts and workers are refused by the policy when they are data: addresses.
      assetsInlineLimit: 0,
      // The map's chunk is meant to be large; the bench row P3 guards what is loaded at the start.
      chunkSizeWarningLimit: 1_500,
      // What a start needs comes as two files, which are smaller than the thirty they would be; the
      // libraries stay the same from version to version and need not be fetched again.
      rolldownOptions: { output: { codeSplitting: { groups } } },
    },
    worker: { format: 'es' },
  };
});
