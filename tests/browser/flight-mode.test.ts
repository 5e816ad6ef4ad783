import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { palettes } from '../../src/map/palette.ts';
import { metresPerPixel, sizeOf } from '../../src/map/spot.ts';
import type { Box } from '../../tools/pack/box.ts';
import { makePack } from '../../tools/pack/make-pack.ts';
import { writeWhole } from '../../tools/pack/pack-list.ts';
import { drawsMaps } from '../support/chromium.ts';
import { extractBox, madeUpExtract, passingFolder, quiet } from '../support/made-up-extract.ts';
import { expectQuiet, shoot, untilKept } from './support/expectations.ts';
import { keepPack, mapRegion, untilDrawn } from './support/kept-pack.ts';
import { drawnShare, keepFrames, moved, zoomNow } from './support/map-frames.ts';
import { openPhone, type Phone } from './support/open-phone.ts';
import { type RunningApp, startApp } from './support/start-app.ts';
import { startRegister } from './support/steps.ts';

const newport = join(import.meta.dirname, '../../../shared/data/map/newport-pill.osm.pbf');
const pill: Box = [-3.0037, 51.5698, -2.9747, 51.5878];

let app: RunningApp;
let phone: Phone;
let page: Page;

beforeEach(async () => {
  app = await startApp();
});
afterEach(async () => {
  await phone?.close();
  await app?.stop();
});

/** A phone that has kept a pack cut here; then a cold browser, and nobody to ask. */
async function takeOff(extract: string, box: Box): Promise<void> {
  const folder = passingFolder();
  const out = { folder, file: 'made.pmtiles' };
  const made = await makePack({ extract, box, name: 'Cut here', out, postcodes: [] }, quiet);
  await writeWhole(folder, out.file, made.bytes);
  phone = await openPhone({ reducedMotion: 'reduce' });
  await phone.page.goto(app.origin);
  await startRegister(phone.page);
  await untilKept(phone.page);
  await keepPack(phone.page, app.origin, join(folder, out.file));
  phone = await phone.restart();
  page = phone.page;
  await keepFrames(phone.context);
  app.forgetRequests();
  await app.stop();
  await page.goto(`${app.origin}/map`);
}

const beyond = [1, 3, 5].map((at) => Number.parseInt(palettes.light.beyond.slice(at, at + 2), 16));
const map = () => mapRegion(page);
const press = (key: string) => moved(map(), () => page.keyboard.press(key));

const seen: { readonly zoom: number; readonly drawn: number }[] = [];

async function look(least: number): Promise<void> {
  const zoom = await zoomNow(map());
  const drawn = await drawnShare(map(), beyond);
  seen.push({ zoom, drawn });
  if (drawn <= least) await shoot(page, 'flight-mode-empty');
  expect(drawn, `z${zoom}, frame ${seen.length}`).toBeGreaterThan(least);
}

const keyPx = 100;
/** In a row and in a column: only a soak has the time to stop in every view of a real pack. */
const stopsMost = Number(process.env['SOAK_RUNS'] ?? 0) > 0 ? 100 : 2;

async function pan(key: string, px: number): Promise<void> {
  for (let gone = keyPx; gone <= px; gone += keyPx) await press(key);
}

/** From the middle to the corner, then row by row; at each stop all the way in and out again. */
async function overThePack(box: Box, atStop: () => Promise<void>): Promise<void> {
  const metres = metresPerPixel(box[1], await zoomNow(map()));
  const { widthM, heightM } = sizeOf(box);
  const { width = 0, height = 0 } = (await map().locator('canvas').boundingBox()) ?? {};
  const [wide, high] = [widthM / metres - width / 2, heightM / metres - height / 2];
  const stopsFor = (px: number, view: number) => Math.min(stopsMost, Math.ceil(px / view) + 1);
  const [columns, rows] = [stopsFor(wide, width), stopsFor(high, height)];
  const [east, south] = [wide / Math.max(1, columns - 1), high / Math.max(1, rows - 1)];
  await pan('ArrowLeft', wide / 2);
  await pan('ArrowUp', high / 2);
  for (let row = 0; row < rows; row += 1) {
    for (let column = 0; column < columns; column += 1) {
      await atStop();
      if (column < columns - 1) await pan(row % 2 === 0 ? 'ArrowRight' : 'ArrowLeft', east);
    }
    await pan('ArrowDown', south);
  }
}

/** Looks at z10 to z20 over all of it; each look fails where nothing is drawn. */
async function flyOver(extract: string, box: Box): Promise<void> {
  seen.splice(0);
  await takeOff(extract, box);
  await untilDrawn(map());
  if (!drawsMaps) {
    await page.getByText('Which place round here does everyone know?').waitFor();
    return;
  }
  await map().locator('canvas').focus();
  // All the way in ends at a whole number: from there every step is one.
  while ((await zoomNow(map())) < nearest) await inwards();
  while ((await zoomNow(map())) > furthest) await outwards();
  while ((await zoomNow(map())) < streets) await inwards();
  await shoot(page, 'flight-mode-z15');
  await overThePack(box, inAndOut);
  const zooms = new Set(seen.map(({ zoom }) => zoom));
  for (let zoom = furthest; zoom <= nearest; zoom += 1) expect(zooms, `z${zoom}`).toContain(zoom);
}

/** The last tiles of a pack; nearer, they are drawn larger. Further out a pack is a few pixels. */
const [furthest, streets, nearest] = [10, 15, 20];

const leastAt = (zoom: number): number => (zoom < streets ? 0.0005 : 0.25);

async function inwards(): Promise<void> {
  await press('+');
  await look(leastAt(await zoomNow(map())));
}

async function outwards(): Promise<void> {
  await press('-');
  await look(leastAt(await zoomNow(map())));
}

async function inAndOut(): Promise<void> {
  await look(leastAt(streets));
  for (let zoom = streets; zoom < nearest; zoom += 1) await inwards();
  await press('ArrowRight');
  await look(leastAt(nearest));
  await press('ArrowLeft');
  for (let zoom = nearest; zoom > streets; zoom -= 1) await press('-');
}

const flightMs = 900_000;

test(
  'a neighbourhood written by hand, z10 to z20 from a cold browser in flight mode: no frame is empty',
  async () => {
    await flyOver(madeUpExtract, extractBox);
    expect(app.requests).toEqual([]);
    expectQuiet(phone);
  },
  flightMs,
);

test(
  'Newport, z10 to z20 from a cold browser in flight mode: no frame is empty',
  async ({ skip }) => {
    if (!existsSync(newport)) return skip('Newport does not lie beside the project');
    await flyOver(newport, pill);
    expect(app.requests).toEqual([]);
    expectQuiet(phone);
    return undefined;
  },
  flightMs,
);
