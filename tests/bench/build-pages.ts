import { mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { compressFiles } from '../../tools/build/compress-files.ts';
import { writeWholeFloor } from './whole-floor.ts';

const root = join(import.meta.dirname, '../..');
const pages = join(import.meta.dirname, 'pages');

/** The bench's own pages, built as the app is: for production and behind the same policy. */
export async function buildPages(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'patchbook-bench-pages-'));
  await build({
    root: pages,
    configFile: false,
    logLevel: 'error',
    plugins: [react()],
    // As in the app: the library is measured as it is shipped, on both sides.
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
    define: { __BUILD_ID__: '"bench"' },
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      manifest: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1_500,
      rolldownOptions: {
        input: readdirSync(pages)
          .filter((name) => name.endsWith('.html'))
          .map((name) => join(pages, name)),
      },
    },
  });
  writeWholeFloor(outDir);
  // As the app's are: over a slow network both sides are packed.
  compressFiles(outDir);
  return outDir;
}

/** The app as it is released, in a folder of its own: others may be building too. */
export async function buildApp(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'patchbook-bench-app-'));
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir, emptyOutDir: true },
  });
  return outDir;
}
