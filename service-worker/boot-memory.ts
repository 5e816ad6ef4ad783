import { type BootRecord, noBoots } from './choose-version.ts';

/** A cache and not IndexedDB: it needs no schema that a later or earlier version could break. */
const memory = 'patchbook-boots';
const key = '/boots.json';

let queue: Promise<unknown> = Promise.resolve();

/**
 * Changes are taken one after the other, or two tabs starting at once would count as one. A record
 * that stays the same is not written: most starts are of a version known to be good.
 */
export function changeBoots(change: (record: BootRecord) => BootRecord): Promise<BootRecord> {
  const changed = queue.then(async () => {
    const before = await readBoots();
    const record = change(before);
    if (record !== before) await write(record);
    return record;
  });
  queue = changed.catch(() => undefined);
  return changed;
}

async function write(record: BootRecord): Promise<void> {
  const cache = await caches.open(memory);
  await cache.put(key, new Response(JSON.stringify(record)));
}

export async function readBoots(): Promise<BootRecord> {
  const stored = await caches.match(key, { cacheName: memory });
  return stored ? recordOf(await stored.json().catch(() => undefined)) : noBoots;
}

/** What is stored may have been written by another version, or be damaged. */
export function recordOf(stored: unknown): BootRecord {
  if (typeof stored !== 'object' || stored === null) return noBoots;
  const lastGood =
    'lastGood' in stored && typeof stored.lastGood === 'string' ? stored.lastGood : undefined;
  return { lastGood, trial: 'trial' in stored ? trialOf(stored.trial) : undefined };
}

function trialOf(stored: unknown): BootRecord['trial'] {
  if (typeof stored !== 'object' || stored === null) return undefined;
  if (!('build' in stored && 'starts' in stored)) return undefined;
  const { build, starts } = stored;
  return typeof build === 'string' && typeof starts === 'number' ? { build, starts } : undefined;
}
