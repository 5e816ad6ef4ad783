import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Box } from '../../tools/pack/box.ts';
import { makePack } from '../../tools/pack/make-pack.ts';
import { writeWhole } from '../../tools/pack/pack-list.ts';
import { drawsMaps } from '../support/chromium.ts';
import { extractBox, madeUpExtract, passingFolder, quiet } from '../support/made-up-extract.ts';
import { expectQuiet, shoot } from './support/expectations.ts';
import { keepPack, mapRegion, untilDrawn } from './support/kept-pack.ts';
import { openPhone, type Phone } from './support/open-phone.ts';
import { type RunningApp, startApp } from './support/start-app.ts';
import { startRegister } from './support/steps.ts';

const newport = join(import.meta.dirname, '../../../shared/data/map/newport-pill.osm.pbf');
const pill: Box = [-3.0037, 51.5698, -2.9747, 51.5878];
/** Newport where its extract lies beside the project; else the neighbourhood written by hand. */
const [extract, box] = existsSync(newport) ? [newport, pill] : [madeUpExtract, extractBox];

let app: RunningApp;
let phone: Phone;

beforeEach(async () => {
  app = await startApp();
});
afterEach(async () => {
  await phone?.close();
  await app?.stop();
});

test(`a pack cut by this project's own tool is kept and drawn by the app (${extract})`, async () => {
  const folder = passingFolder();
  const file = 'made.pmtiles';
  const out = { folder, file };
  const made = await makePack({ extract, box, name: 'Cut here', out, postcodes: [] }, quiet);
  await writeWhole(folder, file, made.bytes);

  phone = await openPhone({ width: 900, height: 800 });
  const { page } = phone;
  await page.goto(app.origin);
  await startRegister(page);
  await keepPack(page, app.origin, join(folder, file));
  await page.getByText('Cut here').first().waitFor();
  await page.goto(`${app.origin}/map`);
  await untilDrawn(mapRegion(page));
  // Where no streets are drawn there is nobody to thank for them.
  if (drawsMaps)
    await page
      .getByText('© OpenStreetMap contributors')
      .filter({ visible: true })
      .first()
      .waitFor();
  await shoot(page, 'map-made-pack');
  expectQuiet(phone);
  expect(made.warnings).toEqual([]);
});
