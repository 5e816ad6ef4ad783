import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { axeFindings } from './support/axe.ts';
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
  '/import',
  '/export',
  '/start',
  '/join',
];
const looks = ['light', 'dark', 'sun'].flatMap((theme) =>
  [320, 1280].map((width) => ({ theme, width })),
);

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

/** On a phone the main part scrolls by itself: what is too wide there does not widen the page. */
const sidewaysBy = () =>
  Math.max(
    ...[...document.querySelectorAll('html, main')].map(
      (part) => part.scrollWidth - part.clientWidth,
    ),
  );

async function findingsAt(address: string, locale: string): Promise<string[]> {
  const found: string[] = [];
  await page.goto(`${app.origin}${address}?locale=${locale}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  await page.waitForLoadState('networkidle');
  for (const { theme, width } of looks) {
    await page.setViewportSize({ width, height: 800 });
    await page.evaluate((name) => {
      document.documentElement.dataset['theme'] = name;
    }, theme);
    const at = `${address} ${theme} ${width} ${locale}`;
    found.push(...(await axeFindings(page)).map((finding) => `${at}: ${finding}`));
    if ((await page.evaluate(sidewaysBy)) > 0) found.push(`${at}: scrolls sideways`);
  }
  return found;
}

test.each(addresses)('%s passes axe in three themes, two widths, both directions', async (at) => {
  expect([...(await findingsAt(at, 'en-GB')), ...(await findingsAt(at, 'ar-XB'))]).toEqual([]);
});
