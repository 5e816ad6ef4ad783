import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';

const root = join(import.meta.dirname, '../../..');

/**
 * Builds the real app into a folder of its own, under the given id. A broken one throws before
 * its first screen, as a bad release would.
 */
export async function buildVersion(id: string, health: 'works' | 'broken'): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), `patchbook-${id}-`));
  const before = process.env['NODE_ENV'];
  // Vitest says "test", and Vite would then build a development app.
  Object.assign(process.env, { NODE_ENV: 'production', PATCHBOOK_BUILD: id });
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    plugins: health === 'broken' ? [breakTheStart] : [],
    build: { outDir, emptyOutDir: true },
  });
  Object.assign(process.env, { NODE_ENV: before });
  delete process.env['PATCHBOOK_BUILD'];
  return outDir;
}

const breakTheStart: Plugin = {
  name: 'test:break-the-start',
  enforce: 'pre',
  transform(code, id) {
    return id.endsWith('/src/app/main.tsx')
      ? `throw new Error('broken on purpose');\n${code}`
      : undefined;
  },
};
