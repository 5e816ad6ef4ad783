import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { writeWhole } from '../../../../hub/storage/write-whole.ts';

const folder = mkdtempSync(join(tmpdir(), 'patchbook-whole-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('a file is put in place of another, for one’s own eyes, and nothing lies beside it', async () => {
  const path = join(folder, 'a.json');
  writeFileSync(path, 'what was there before, and longer');
  await writeWhole(path, 'new');
  expect(readFileSync(path, 'utf8')).toBe('new');
  await writeWhole(path, new Uint8Array([110, 101, 119]));
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['a.json']);
  expect(statSync(path).mode & 0o077).toBe(0);
});

test('where it can’t be written, what was there stays', async () => {
  await expect(writeWhole(join(folder, 'nowhere/a.json'), 'x')).rejects.toThrow();
  expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('new');
});
