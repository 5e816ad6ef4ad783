import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { refuseNodeModules } from '../../../tools/build/refuse-node-modules.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'patchbook-build-'));
});
afterEach(() => rmSync(root, { recursive: true }));

function buildOf(code: string): Promise<unknown> {
  writeFileSync(join(root, 'main.js'), code);
  return build({
    root,
    configFile: false,
    logLevel: 'silent',
    plugins: [refuseNodeModules()],
    build: { write: false, rolldownOptions: { input: join(root, 'main.js') } },
  });
}

test.each(["import { readFile } from 'node:fs'; readFile('x');", "console.log(require('path'));"])(
  'a build that would give a phone an empty module is refused: %s',
  async (code) => {
    await expect(buildOf(code)).rejects.toThrow(/(fs|path): .*main\.js/);
  },
);

test('a sound build is not', async () => {
  await expect(buildOf('console.log(1);')).resolves.toBeDefined();
});
