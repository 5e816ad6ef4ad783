import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { chooseCouncilList } from './support/council-list.ts';
import { bringInFullBook, chooseFullBook } from './support/full-book.ts';
import { keepPack, mapRegion, untilDrawn } from './support/kept-pack.ts';
import { findingsHere, type LookLocale, locales } from './support/looks.ts';
import { bringInMap, chooseMap } from './support/newer-map.ts';
import { openPhone, type Phone } from './support/open-phone.ts';
import { ground } from './support/real-or-made-up.ts';
import { type RunningApp, startApp } from './support/start-app.ts';
import { startRegister } from './support/steps.ts';

let app: RunningApp;
let phone: Phone;
let page: Page;

beforeAll(async () => {
  app = await startApp();
  phone = await openPhone({ reducedMotion: 'reduce', width: 320 });
  page = phone.page;
  await page.goto(app.origin);
  await startRegister(page);
  await keepPack(page, app.origin);
});
afterAll(async () => {
  await phone?.close();
  await app?.stop();
});

/** In this order: some bring in what others look at. */
const steps: Readonly<Record<string, (locale: LookLocale) => Promise<void>>> = {
  'the columns of a spreadsheet': async (locale) => {
    await page.goto(`${app.origin}/import?locale=${locale}`);
    await chooseCouncilList(page);
  },
  'what a spreadsheet would bring in': async (locale) => {
    await page.goto(`${app.origin}/import?locale=${locale}`);
    await chooseCouncilList(page);
    await page.getByRole('button', { name: 'Go on' }).click();
    await page.getByRole('checkbox').first().waitFor();
  },
  'a file that was checked': async (locale) => {
    await page.goto(`${app.origin}/import?locale=${locale}`);
    await chooseFullBook(page);
  },
  'what was brought in, with its way back': async (locale) => {
    if (locale === 'en-GB') await bringInFullBook(page, app.origin);
    else await page.goto(`${app.origin}/import?locale=${locale}`);
    await page.getByRole('button', { name: 'Undo import' }).waitFor();
  },
  'what has changed on the map since, and what is there twice': async (locale) => {
    if (locale === 'en-GB') await bringInMap(page, app.origin);
    await page.goto(`${app.origin}/import?locale=${locale}`);
    await chooseMap(page, 'made-up-osm-later.geojson');
  },
  [`the map of ${ground.words}`]: async (locale) => {
    await page.goto(`${app.origin}/map?locale=${locale}`);
    await untilDrawn(mapRegion(page));
    await page.getByRole('listitem').filter({ hasText: 'Bench 1' }).first().waitFor();
  },
};

test.each(Object.entries(steps))('%s passes axe in every look', async (name, reach) => {
  const found: string[] = [];
  for (const locale of locales) {
    await page.setViewportSize({ width: 320, height: 800 });
    await reach(locale);
    found.push(...(await findingsHere(page, `${name} ${locale}`)));
  }
  expect(found).toEqual([]);
});
