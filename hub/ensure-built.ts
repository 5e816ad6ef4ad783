import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sourceId } from './source-id.ts';

const home = dirname(dirname(fileURLToPath(import.meta.url)));

export interface BuiltApp {
  /** Absolute folder of the built app. */
  readonly dist: string;
  /** True when this call made it. */
  readonly built: boolean;
}

/** Builds the app when `dist` is missing or was made from other sources than these. */
export async function ensureBuilt(root = home): Promise<BuiltApp> {
  const dist = join(root, 'dist');
  const noSources = !existsSync(join(root, 'src'));
  const wanted = noSources ? undefined : sourceId(root);
  const found = builtId(dist);
  if (found !== undefined && (noSources || found === wanted)) return { dist, built: false };
  if (noSources) throw new Error('There is no built app in dist/ and no source to build it from.');
  await runBuild(root);
  return { dist, built: true };
}

/** A process of its own: the bundler's memory would else stay with the hub for as long as it runs. */
async function runBuild(root: string): Promise<void> {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const child = spawn(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: 'inherit',
  });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error('The app could not be built; the reason stands above.');
}

function builtId(dist: string): string | undefined {
  try {
    const about: unknown = JSON.parse(readFileSync(join(dist, 'build.json'), 'utf8'));
    const id = typeof about === 'object' && about !== null && 'id' in about ? about.id : undefined;
    return typeof id === 'string' ? id : undefined;
  } catch {
    return undefined;
  }
}
