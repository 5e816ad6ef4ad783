/** Each build keeps its files in a cache of its own, so that an older one can be gone back to. */
const prefix = 'patchbook-files-';

export const cacheNameOf = (build: string): string => prefix + build;

export async function keptBuilds(): Promise<readonly string[]> {
  const names = await caches.keys();
  return names.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
}

/**
 * Copies what an older build already holds under the same key (address and revision), so that
 * an update costs only the files that changed.
 */
export async function carryOver(own: string, keys: readonly string[]): Promise<void> {
  const older = (await keptBuilds()).filter((build) => build !== own).map(cacheNameOf);
  const target = await caches.open(cacheNameOf(own));
  for (const key of keys) {
    const held = await firstHeld(older, key);
    if (held) await target.put(key, held);
  }
}

async function firstHeld(names: readonly string[], key: string): Promise<Response | undefined> {
  for (const cacheName of names) {
    const held = await caches.match(key, { cacheName });
    if (held) return held;
  }
  return undefined;
}

/** Lets go of all builds but these. */
export async function keepOnly(builds: readonly string[]): Promise<void> {
  const others = (await keptBuilds()).filter((build) => !builds.includes(build));
  await Promise.all(others.map((build) => caches.delete(cacheNameOf(build))));
}

/** A file of a kept build. The query is the revision, which only that build's worker knows. */
export function fileOf(build: string, pathname: string): Promise<Response | undefined> {
  return caches.match(pathname, { cacheName: cacheNameOf(build), ignoreSearch: true });
}
