import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sourceId } from '../../../hub/source-id.ts';

let root: string;
const write = (path: string, content: string): void => writeFileSync(join(root, path), content);

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'patchbook-source-'));
  mkdirSync(join(root, 'src/app'), { recursive: true });
  write('index.html', 'page');
  write('src/app/main.ts', 'main');
});
afterEach(() => rmSync(root, { recursive: true }));

test('the same content is the same build, whatever its date', () => {
  const before = sourceId(root);
  utimesSync(join(root, 'index.html'), 1, 1);
  expect(sourceId(root)).toBe(before);
  expect(before).toMatch(/^[0-9a-f]{12}$/);
});

test('changed, added, moved and removed sources are another build', () => {
  const ids = new Set([sourceId(root)]);
  write('src/app/main.ts', 'main 2');
  ids.add(sourceId(root));
  write('src/app/second.ts', '');
  ids.add(sourceId(root));
  rmSync(join(root, 'src/app/second.ts'));
  write('src/second.ts', '');
  ids.add(sourceId(root));
  rmSync(join(root, 'index.html'));
  ids.add(sourceId(root));
  expect(ids.size).toBe(5);
});

test('what is not built into the app changes nothing', () => {
  const before = sourceId(root);
  write('README.md', 'read me');
  expect(sourceId(root)).toBe(before);
});
