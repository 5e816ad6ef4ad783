import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromiumPath } from '../tests/support/chromium.ts';

/** The browser tests need a Chromium; on a bare Debian machine it is fetched from Debian. */
export function ensureChromium(): void {
  if (existsSync(chromiumPath())) return;
  if (process.getuid?.() === 0 && hasApt()) install();
  if (!existsSync(chromiumPath())) throw new Error(noChromium);
}

const noChromium =
  'The tests need Chromium. Install it (Debian: "apt-get install chromium" as root) ' +
  'or name yours: CHROMIUM=/path/to/chromium npm test';

const hasApt = (): boolean => spawnSync('apt-get', ['--version']).status === 0;

function install(): void {
  console.log('Chromium is missing; installing it with apt-get.');
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const packages = ['install', '-y', '--no-install-recommends', 'chromium'];
  for (const args of [['update'], packages]) {
    spawnSync('apt-get', args, { stdio: 'inherit', env });
  }
}
