import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { clientVersion } from '#base/client-version.ts';

const root = join(import.meta.dirname, '../../..');

const breakTheStart: Plugin = {
  name: 'test:break-the-start',
  enforce: 'pre',
  transform(code, id) {
    return id.endsWith('/src/app/main.tsx')
      ? `throw new Error('broken on purpose');\n${code}`
      : undefined;
  },
};

const speakTheNext: Plugin = {
  name: 'test:speak-the-next',
  enforce: 'pre',
  transform(code, id) {
    return id.endsWith('/src/base/client-version.ts')
      ? `${code.replace(/clientVersion = \d+/, `clientVersion = ${clientVersion + 1}`)}`
      : undefined;
  },
};

const changes = { works: [], broken: [breakTheStart], newer: [speakTheNext] };

/**
 * Builds the real app into a folder of its own, under the given id. A broken one throws before
 * its first screen, as a bad release would; a newer one speaks the next version with its hub.
 */
export async function buildVersion(id: string, health: keyof typeof changes): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), `patchbook-${id}-`));
  const before = process.env['NODE_ENV'];
  // Vitest says "test", and Vite would then build a development app.
  Object.assign(process.env, { NODE_ENV: 'production', PATCHBOOK_BUILD: id });
  await build({
    root,
    configFile: join(root, 'vite.config.ts'),
    logLevel: 'error',
    plugins: changes[health],
    build: { outDir, emptyOutDir: true },
  });
  Object.assign(process.env, { NODE_ENV: before });
  delete process.env['PATCHBOOK_BUILD'];
  return outDir;
}
