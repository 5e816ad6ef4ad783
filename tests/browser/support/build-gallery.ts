import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

const root = join(import.meta.dirname, '../../..');

/** Every part of the screens, built as the app is, so that the hub's policy holds for it, too. */
export async function buildGallery(): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'patchbook-gallery-'));
  const before = process.env['NODE_ENV'];
  // Vitest says "test", and Vite would then build a development page.
  process.env['NODE_ENV'] = 'production';
  await build({
    root: join(root, 'tests/support/gallery'),
    configFile: false,
    logLevel: 'error',
    define: { __BUILD_ID__: '"gallery"' },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2023',
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
    },
    worker: { format: 'es' },
  });
  Object.assign(process.env, { NODE_ENV: before });
  return outDir;
}
