import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeFolder } from '../../../hub/make-folder.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'patchbook-folder-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('a folder and those above it, also twice and at once', async () => {
  const deep = join(folder, 'a/b/c');
  await Promise.all([makeFolder(deep), makeFolder(deep)]);
  await makeFolder(deep);
  expect(statSync(deep).isDirectory()).toBe(true);
});

test('where a file stands in the way it says so', async () => {
  writeFileSync(join(folder, 'a'), '');
  await expect(makeFolder(join(folder, 'a'))).rejects.toThrow('EEXIST');
  await expect(makeFolder(join(folder, 'a/b'))).rejects.toThrow(/EEXIST|ENOTDIR/);
});

test.skipIf(!existsSync('/proc/self'))(
  'where nobody may make one it ends all the same',
  async () => {
    await expect(makeFolder('/proc/nowhere/at/all')).rejects.toThrow();
  },
);
