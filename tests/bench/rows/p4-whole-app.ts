import { openPhone } from '../bench-phone.ts';
import { type BenchRow, judged } from '../bench-row.ts';
import { packedSize, pathsOf } from '../packed-size.ts';
import type { Stage } from '../stage.ts';

/** `@getodk/web-forms` 0.22.0, its JavaScript and styles, gzip -9: 697 + 551 + 211 KB. */
const odkKb = 1_460;

const isCode = (path: string): boolean => /\.(?:m?js|css)$/.test(path);

/**
 * Not timed: all JavaScript and styles that the service worker of the built app keeps on a phone,
 * read from the phone's own cache after one visit, each file gzip -9. The floor is what a browser
 * asks for on a page, built with the same minifier, that opens MapLibre, React, Dexie and PouchDB
 * and does nothing with them. ODK's figure was taken from its package and is not measured here.
 */
export const wholeApp: BenchRow = {
  id: 'P4',
  about: 'all JavaScript and styles kept on a phone',
  run: async (stage) => {
    const kept = await keptOnPhone(stage);
    const floor = await askedByFloor(stage);
    const kb = (folder: string, paths: readonly string[]) =>
      paths.reduce((sum, path) => sum + packedSize(folder, path), 0) / 1000;
    const ours = kb(stage.appFolder, kept);
    const bare = kb(stage.pagesFolder, floor);
    const common = { id: 'P4', ours, unit: 'KB', correct: kept.length > 10 && floor.length > 2 };
    return [
      judged({
        ...common,
        what: 'JS and CSS kept, gzip, beside ODK’s web forms',
        against: { '@getodk/web-forms 0.22.0': odkKb },
        most: 0.6,
      }),
      judged({
        ...common,
        what: 'JS and CSS kept, gzip, beside the libraries alone',
        against: { 'MapLibre + React + Dexie + PouchDB': bare },
        most: 1.5,
        note: `${kept.length} files; the floor has ${floor.length}. Largest of ours: ${largest(stage.appFolder, kept)}`,
      }),
    ];
  },
};

function largest(folder: string, paths: readonly string[]): string {
  return paths
    .map((path) => ({ path, kb: packedSize(folder, path) / 1000 }))
    .toSorted((a, b) => b.kb - a.kb)
    .slice(0, 8)
    .map(({ path, kb }) => `${path.split('/').at(-1)} ${kb.toFixed(1)}`)
    .join(', ');
}

async function keptOnPhone({ serveApp, served }: Stage): Promise<readonly string[]> {
  await serveApp();
  const phone = await openPhone();
  try {
    const { page } = phone;
    await page.goto(`${served.origin}/`);
    const addresses = await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      const names = (await caches.keys()).filter((name) => name.startsWith('patchbook-files-'));
      const found = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return found.flat().map(({ url }) => new URL(url).pathname);
    });
    return pathsOf(addresses).filter(isCode);
  } finally {
    await phone.throwAway();
  }
}

async function askedByFloor({ servePages, served }: Stage): Promise<readonly string[]> {
  await servePages();
  const phone = await openPhone();
  try {
    served.forgetRequests();
    await phone.page.goto(`${served.origin}/libraries.html`);
    await phone.page.waitForFunction(() => 'isWhole' in globalThis);
    return pathsOf(served.requests.map(({ url }) => url)).filter(isCode);
  } finally {
    await phone.throwAway();
  }
}
