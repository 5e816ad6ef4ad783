import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPhone } from '../bench-phone.ts';
import { type BenchRow, judged } from '../bench-row.ts';
import { packedSize, pathsOf } from '../packed-size.ts';
import type { Stage } from '../stage.ts';

/**
 * Not timed: the JavaScript a browser really asked the hub for until list and Add form were both
 * shown with a register open, each file gzip -9. The service worker is off, for it would fetch the
 * rest of the app ahead. The peer is a page with React and Dexie that does nothing at all.
 */
export const startPayload: BenchRow = {
  id: 'P3',
  about: 'JavaScript fetched before an asset can be added',
  run: async (stage) => {
    const app = await asked(stage);
    const peer = await askedByPeer(stage);
    const files = await fileSizes(stage.appFolder, app.paths);
    const bare = await fileSizes(stage.pagesFolder, peer);
    const kb = (bytes: number) => bytes / 1000;
    return [
      judged({
        id: 'P3',
        what: 'JS before an asset can be added, gzip',
        ours: kb(files.js),
        unit: 'KB',
        against: { 'React + Dexie': kb(bare.js) },
        most: 190,
        of: 'ours',
        correct: app.isReady && files.js > 0 && bare.js > 0,
        note: `${files.count} files; beside it CSS ${kb(files.css).toFixed(1)} KB gzip, fonts ${kb(files.fonts).toFixed(1)} KB. Largest: ${files.largest}`,
      }),
    ];
  },
};

async function asked({ serveApp, served, seeded }: Stage) {
  const from = await seeded(100);
  await serveApp();
  const phone = await openPhone({ from, serviceWorkers: 'block' });
  try {
    served.forgetRequests();
    const { page } = phone;
    await page.goto(`${served.origin}/`, { waitUntil: 'networkidle' });
    await page.getByRole('list', { name: 'Assets' }).getByRole('listitem').first().waitFor();
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('radio', { name: 'Places' }).waitFor();
    await page.waitForLoadState('networkidle');
    const isReady = await page.getByRole('button', { name: 'Save' }).isVisible();
    return { isReady, paths: served.requests.map(({ url }) => url) };
  } finally {
    await phone.throwAway();
  }
}

async function askedByPeer({ servePages, served }: Stage): Promise<readonly string[]> {
  await servePages();
  const phone = await openPhone();
  try {
    served.forgetRequests();
    await phone.page.goto(`${served.origin}/react-dexie.html`, { waitUntil: 'networkidle' });
    return served.requests.map(({ url }) => url);
  } finally {
    await phone.throwAway();
  }
}

async function fileSizes(folder: string, urls: readonly string[]) {
  const paths = pathsOf(urls);
  const packed = (path: string) => packedSize(folder, path);
  const sum = (shape: RegExp, size = packed) =>
    paths.filter((path) => shape.test(path)).reduce((total, path) => total + size(path), 0);
  const scripts = paths.filter((path) => /\.m?js$/.test(path));
  const largest = scripts
    .map((path) => ({ path, bytes: packed(path) }))
    .toSorted((a, b) => b.bytes - a.bytes)
    .slice(0, 8)
    .map(({ path, bytes }) => `${path.split('/').at(-1)} ${(bytes / 1000).toFixed(1)}`);
  return {
    count: scripts.length,
    js: sum(/\.m?js$/),
    css: sum(/\.css$/),
    fonts: sum(/\.woff2$/, (path) => readFileSync(join(folder, path)).length),
    largest: largest.join(', '),
  };
}
