import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/** Everything the built app is made from. */
const sources = [
  'index.html',
  'package-lock.json',
  'public',
  'service-worker',
  'src',
  'tools/build',
  'vite.config.ts',
];

/**
 * Names a build by the content of its sources: equal sources give an equal build on every
 * machine, and a clone or a checkout, which changes dates only, asks for no new one.
 */
export function sourceId(root: string): string {
  const hash = createHash('sha256');
  for (const path of sources.flatMap((source) => filesUnder(root, source))) {
    hash
      .update(`${path}\0`)
      .update(bytesOf(join(root, path)))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}

function filesUnder(root: string, path: string): readonly string[] {
  const stats = statSync(join(root, path), { throwIfNoEntry: false });
  if (!stats) return [];
  if (!stats.isDirectory()) return [path];
  const names = readdirSync(join(root, path)).sort();
  return names.flatMap((name) => filesUnder(root, `${path}/${name}`));
}

const bytesOf = (path: string): Uint8Array => new Uint8Array(readFileSync(path));
