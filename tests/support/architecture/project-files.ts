import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Source } from './read-imports.ts';

const root = join(import.meta.dirname, '../../..');
const skipped = /(^|\/)(node_modules|dist)\//;

/** All code and style of these folders, as the law wants to see it. */
export function projectFiles(folders: readonly string[]): readonly Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((name) => `${folder}/${name}`)
      .filter((path) => /\.(tsx?|css)$/.test(path) && !skipped.test(path))
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') })),
  );
}
