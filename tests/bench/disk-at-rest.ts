import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const lookEveryMs = 500;
const restMs = 6_000;
const patienceMs = 180_000;

function seen(folder: string): string {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .map((name) => {
      const { size, mtimeMs } = statSync(join(folder, name), { throwIfNoEntry: false }) ?? {};
      return `${name} ${size} ${mtimeMs}`;
    })
    .sort()
    .join('\n');
}

/**
 * Until the browser's stores under a profile `folder` have stood still for six seconds. LevelDB
 * tidies what it finds when it is first opened, and whoever reads or writes meanwhile waits for it.
 */
export async function diskAtRest(folder: string): Promise<void> {
  const stores = join(folder, 'Default', 'IndexedDB');
  const started = performance.now();
  let before = seen(stores);
  let since = started;
  while (performance.now() - since < restMs && performance.now() - started < patienceMs) {
    await wait(lookEveryMs);
    const now = seen(stores);
    if (now !== before) since = performance.now();
    before = now;
  }
}
