import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importedId } from '../../src/domain/import-batch/imported-id.ts';
import { tabTo } from './support/keys.ts';
import { bringInMap, chooseMap } from './support/newer-map.ts';
import { openPhone, type Phone } from './support/open-phone.ts';
import { type RunningApp, startApp } from './support/start-app.ts';
import { startRegister } from './support/steps.ts';

let app: RunningApp;
let phone: Phone;
let page: Page;

beforeAll(async () => {
  app = await startApp();
  phone = await openPhone({ reducedMotion: 'reduce' });
  page = phone.page;
  await page.goto(app.origin);
  await startRegister(page);
});
afterAll(async () => {
  await phone?.close();
  await app?.stop();
});

const says = (words: string | RegExp) => page.getByText(words).first();
const card = (object: string) => `${app.origin}/asset/${importedId(`osm:${object}`)}`;
const heading = (words: string) => page.getByRole('heading', { level: 1, name: words });

/** As a neighbour does it, at the card. */
async function rename(object: string, name: string): Promise<void> {
  await page.goto(`${card(object)}/edit`);
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await page.getByRole('button', { name: 'Save' }).click();
  await heading(name).waitFor();
}

test('a newer map: what is new is taken with the keyboard, a neighbour’s word stands, all is given back', async () => {
  await bringInMap(page, app.origin);
  await rename('node/101', 'Our library');

  await page.goto(`${app.origin}/import`);
  await chooseMap(page, 'made-up-osm-later.geojson');
  await says('In the file: Ferry Allotments').waitFor();
  await says('Here: Our library').waitFor();
  await says('The Long Planter').waitFor();
  await says('Looks like “Our library” in your book').waitFor();

  await tabTo(page, 'Take all that is new');
  await page.keyboard.press('Space');
  await tabTo(page, 'Import 1 thing and take changes for 3 things');
  await page.keyboard.press('Enter');
  await says('3 things took what is new in the file').waitFor();

  await page.goto(card('relation/104'));
  await heading('Ferry Allotments').waitFor();
  await page.goto(card('node/101'));
  await heading('Our library').waitFor();
  await says('01632 960199').waitFor();

  await page.goto(`${app.origin}/import`);
  await says('its changes stand').waitFor();
  await page.getByRole('button', { name: 'Undo import', exact: true }).click();
  await says('Taken back: 4 things are as they were before.').waitFor();
  await page.goto(card('relation/104'));
  await heading('Allotments').waitFor();
  await page.goto(card('node/101'));
  await heading('Our library').waitFor();
  await says('01632 960123').waitFor();
  expect(phone.complaints).toEqual([]);
  expect(phone.foreignHosts).toEqual([]);
});

test('the same map again has nothing new, and says so', async () => {
  await rename('node/101', 'Rivermouth Library');
  await page.goto(`${app.origin}/import`);
  await chooseMap(page, 'made-up-osm.geojson');
  await says(/^What stands in the book says the same as this file/).waitFor();
  expect(await page.getByRole('checkbox', { name: 'Take all that is new' }).count()).toBe(0);
});
