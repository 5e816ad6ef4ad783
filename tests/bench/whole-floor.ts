import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
}

/** Every file that a page of the build can ask for. */
function filesOf(folder: string, page: string): readonly string[] {
  const text = readFileSync(join(folder, '.vite/manifest.json'), 'utf8');
  const manifest = JSON.parse(text) as Readonly<Record<string, Chunk>>;
  const seen = new Set<string>();
  const files = new Set<string>([page]);
  const take = (name: string): void => {
    const chunk = manifest[name];
    if (!chunk || seen.has(name)) return;
    seen.add(name);
    for (const file of [chunk.file, ...(chunk.css ?? []), ...(chunk.assets ?? [])]) files.add(file);
    for (const next of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])]) take(next);
  };
  take(page);
  return [...files];
}

/** Tells the floor pages' worker which files the page of a first visit is made of. */
export function writeWholeFloor(folder: string): void {
  const path = join(folder, 'sw.js');
  const files = filesOf(folder, 'cold.html').map((file) => `/${file}`);
  const text = readFileSync(path, 'utf8');
  const written = text.replace('const whole = [];', `const whole = ${JSON.stringify(files)};`);
  if (written === text) throw new Error('the floor pages’ worker has no place for the files');
  writeFileSync(path, written);
}
