import { readdirSync, readFileSync } from 'node:fs';
import { kill } from 'node:process';

/** Kills the one browser that runs over the given storage folder, as a phone out of memory does. */
export function killBrowserOver(storage: string): void {
  const flag = `--user-data-dir=${storage}`;
  const found = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      const words = commandOf(pid);
      return words.includes(flag) && !words.some((word) => word.startsWith('--type='));
    });
  if (found.length === 0) throw new Error(`No browser runs over ${storage}`);
  for (const pid of found) kill(Number(pid), 'SIGKILL');
}

function commandOf(pid: string): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return [];
  }
}
