import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makePack } from '../../../tools/pack/make-pack.ts';
import { extractBox, madeUpExtract } from '../../support/made-up-extract.ts';
import { type BenchPhone, openPhone } from '../bench-phone.ts';
import { type BenchResult, type BenchRow, judged } from '../bench-row.ts';
import { interleaved, median } from '../figures.ts';
import { watchFrames } from '../frame-watch.ts';
import { frameTimes, untilMapRests } from '../map-frames.ts';
import { alikeShare, mapPicture } from '../map-picture.ts';
import type { BareStartJobs } from '../pages/bare-start.ts';
import type { KeepPackJobs } from '../pages/keep-pack.ts';
import type { Stage } from '../stage.ts';

interface Box {
  readonly width: number;
  readonly height: number;
}

interface Start {
  /** ms from the tap until the picture is the one that stays. */
  readonly whole: number;
  /** ms from the tap until anything at all was drawn. */
  readonly first: number;
  readonly picture: Uint8Array;
}

/**
 * Timed: from the tap on Map to the last frame of those that follow it, which is the first whole
 * one: nothing was drawn for two seconds after it. A cold browser, its page at rest, all files kept
 * by the page's worker. Ours is the built app, from its list. The peer is a page with one button:
 * MapLibre alone with the same pack, style and pictures, in a box of the same size, told at once of
 * the same points, which it already holds. It does less: no list of what is in view, no search, no
 * icons on its marks.
 */
export const mapStart: BenchRow = {
  id: 'MAP',
  about: 'tap on Map → first whole frame',
  run: async (stage) => {
    const size = stage.quick ? 300 : 1_000;
    const app = await keptApp(stage, size);
    const drawn = { size, box: app.box };
    const alone = await keptBare(stage, drawn);
    const results: BenchResult[] = [];
    for (const rate of [1, 4]) {
      const starts = await interleaved(
        {
          ours: () => ours(stage, app.folder, rate),
          bare: () => bare(stage, alone, { ...drawn, rate }),
        },
        stage.quick ? 1 : 5,
      );
      results.push(judge(starts, `${size} places, CPU ${rate}×`));
    }
    return results;
  },
};

function judge(starts: Record<'ours' | 'bare', readonly Start[]>, where: string): BenchResult {
  const middle = (who: 'ours' | 'bare', key: 'whole' | 'first') =>
    median(starts[who].map((start) => start[key]));
  const alike = Math.min(
    ...starts.ours.map(({ picture }, index) =>
      alikeShare(picture, starts.bare[index]?.picture ?? new Uint8Array()),
    ),
  );
  return judged({
    id: 'MAP',
    what: `tap on Map → first whole frame, ${where}`,
    ours: middle('ours', 'whole'),
    unit: 'ms',
    against: { 'MapLibre alone': middle('bare', 'whole') },
    most: 1.3,
    // Marks without icons, a thousand of them, are what differs.
    correct: alike > 0.8,
    note: `${(alike * 100).toFixed(1)} % of the pixels are alike; something was drawn first after ${middle('ours', 'first').toFixed(0)} ms, by the peer after ${middle('bare', 'first').toFixed(0)} ms. The peer does less: it holds the points already, has no list beside it and no icons on its marks. WebGL is drawn by the processor here. The goal is that of P2.`,
  });
}

interface Drawn {
  readonly size: number;
  readonly box: Box;
}

/** A phone with a pack, on which `from` may lie already; its folder. */
async function withPack(stage: Stage, from?: string): Promise<string> {
  await stage.servePages();
  const { phone, jobs } = await stage.openPage<KeepPackJobs>('keep-pack', from ? { from } : {});
  await jobs.keep({ base64: await packInBase64() }).finally(phone.switchOff);
  return phone.folder;
}

/** Visited until the worker holds all files and the map has been seen once. */
async function keptApp(stage: Stage, size: number) {
  const from = await withPack(stage, await stage.seeded(size));
  await stage.serveApp();
  const phone = await openPhone({ from });
  const { page } = phone;
  const canvas = page.getByRole('region', { name: 'Map' }).locator('canvas');
  for (const path of ['/', '/map', '/', '/map']) {
    await page.goto(`${stage.served.origin}${path}`, { waitUntil: 'networkidle' });
    await page.evaluate(() => navigator.serviceWorker.ready);
  }
  const { width, height } = (await canvas.boundingBox()) ?? { width: 0, height: 0 };
  await phone.switchOff();
  return { folder: phone.folder, box: { width, height } };
}

async function keptBare(stage: Stage, drawn: Drawn): Promise<string> {
  const { phone, jobs } = await stage.openPage<BareStartJobs>('bare-start', {
    from: await withPack(stage),
  });
  const { page } = phone;
  for (let visit = 0; visit < 3; visit += 1) {
    await page.reload({ waitUntil: 'networkidle' });
    await page.evaluate(() => navigator.serviceWorker.ready);
    await jobs.ready(drawn);
    await page.getByRole('button', { name: 'Map' }).click();
    await untilMapRests(page);
  }
  await phone.switchOff();
  return phone.folder;
}

async function packInBase64(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'patchbook-bench-pack-'));
  try {
    const out = { folder, file: 'bench.pmtiles' };
    const settings = { extract: madeUpExtract, box: extractBox, name: 'Bench', out, postcodes: [] };
    const { bytes } = await makePack(settings, () => () => undefined);
    return Buffer.from(bytes).toString('base64');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function ours(stage: Stage, from: string, rate: number): Promise<Start> {
  await stage.serveApp();
  const phone = await openPhone({ from });
  try {
    const { page } = phone;
    await page.addInitScript(watchFrames);
    await page.goto(`${stage.served.origin}/`);
    await page.getByRole('list', { name: 'Assets' }).getByRole('listitem').first().waitFor();
    await page.evaluate(() => navigator.serviceWorker.ready);
    return await tapped(phone, rate, () =>
      page.getByRole('link', { name: 'Map', exact: true }).click(),
    );
  } finally {
    await phone.throwAway();
  }
}

interface Bare extends Drawn {
  readonly rate: number;
}

async function bare(stage: Stage, from: string, { rate, size, box }: Bare): Promise<Start> {
  await stage.servePages();
  const { phone, jobs } = await stage.openPage<BareStartJobs>('bare-start', { from });
  try {
    await jobs.ready({ size, box });
    return await tapped(phone, rate, () => phone.page.getByRole('button', { name: 'Map' }).click());
  } finally {
    await phone.throwAway();
  }
}

/** ms in which nothing more may be drawn. */
const restMs = 2_000;

async function tapped(phone: BenchPhone, rate: number, tap: () => Promise<void>): Promise<Start> {
  const { page } = phone;
  await page.waitForLoadState('networkidle');
  // Search takes in the rows after the list stands: a page at rest, on both sides.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(resolve)));
  await page.evaluate(noteTap);
  await phone.slow(rate);
  await tap();
  const last = await untilMapRests(page, restMs);
  const [first = last] = await frameTimes(page);
  const at = await page.evaluate(
    () => (globalThis as unknown as { readonly tappedAt: number }).tappedAt,
  );
  await phone.slow(1);
  return { whole: last - at, first: first - at, picture: await mapPicture(page) };
}

/** Runs in the page. */
const noteTap = () =>
  document.addEventListener(
    'click',
    () => Object.assign(globalThis, { tappedAt: performance.now() }),
    { capture: true, once: true },
  );
