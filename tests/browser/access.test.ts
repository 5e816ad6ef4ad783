import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cutWords } from './support/cut-words.ts';
import { findingsHere, isSideways, type LookLocale, untilStill } from './support/looks.ts';
import { openPhone, type Phone } from './support/open-phone.ts';
import { type RunningApp, startApp } from './support/start-app.ts';
import { addAsset, startRegister } from './support/steps.ts';

const addresses = [
  '/list',
  '/add',
  '/door',
  '/connections',
  '/more',
  '/register',
  '/settings',
  '/help',
  '/packs',
  '/share',
  '/import',
  '/export',
  '/start',
  '/join',
  '/look-around',
];
let app: RunningApp;
let phone: Phone;
let page: Page;

beforeAll(async () => {
  app = await startApp();
  phone = await openPhone();
  page = phone.page;
  await page.goto(app.origin);
  await startRegister(page);
  await addAsset(page, { kind: 'Places', name: 'Chatty bench' });
});
afterAll(async () => {
  await phone?.close();
  await app?.stop();
});

async function openIn(address: string, locale: string): Promise<void> {
  await page.goto(`${app.origin}${address}?locale=${locale}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
}

async function findingsAt(address: string, locale: LookLocale): Promise<readonly string[]> {
  await openIn(address, locale);
  return findingsHere(page, `${address} ${locale}`);
}

test.each(addresses)('%s passes axe in three themes, two widths, both directions', async (at) => {
  expect([...(await findingsAt(at, 'en-GB')), ...(await findingsAt(at, 'ar-XB'))]).toEqual([]);
});

test.each(addresses)('%s has room for its words in Welsh', async (address) => {
  await openIn(address, 'cy');
  for (const width of [320, 360, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    await untilStill(page);
    expect(await isSideways(page), `${width} scrolls sideways`).toBe(false);
    expect(await cutWords(page), `${width}`).toEqual([]);
  }
});
