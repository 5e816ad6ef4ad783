import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openScreen, screenNames } from './support/card-screens.ts';
import { bringInFullBook, fullest } from './support/full-book.ts';
import { findingsHere, locales } from './support/looks.ts';
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
  await bringInFullBook(page, app.origin);
});
afterAll(async () => {
  await phone?.close();
  await app?.stop();
});

test.each(screenNames)('%s passes axe in every look, in both directions', async (name) => {
  const found: string[] = [];
  for (const locale of locales) {
    await page.setViewportSize({ width: 320, height: 800 });
    const untilWhole = await openScreen(page, app.origin, name, locale);
    found.push(...(await findingsHere(page, `${name} ${locale}`, untilWhole)));
  }
  expect(found).toEqual([]);
});

/** Buttons and links that are filled with the one deep colour. */
const filledNames = (): readonly string[] => {
  const swatch = document.createElement('i');
  swatch.style.background = 'var(--brand)';
  document.body.append(swatch);
  const brand = getComputedStyle(swatch).backgroundColor;
  swatch.remove();
  return [...document.querySelectorAll('button, a')]
    .filter((each) => each.getClientRects().length > 0)
    .filter((each) => getComputedStyle(each).backgroundColor === brand)
    .map(({ textContent }) => textContent ?? '');
};

test.each([360, 1280])(
  'a card has one filled button and ends with the screen, %i wide',
  async (width) => {
    await page.setViewportSize({ width, height: 800 });
    const untilWhole = await openScreen(page, app.origin, 'a full card');
    await untilWhole(page);
    expect(await page.evaluate(filledNames)).toEqual(['Connect']);
    for (const name of ['Still true', 'Connect', 'Edit', 'History', 'Remove', 'Add']) {
      expect(await page.getByRole('button', { name, exact: true }).isVisible(), name).toBe(true);
    }
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(800);
  },
);

test.each([
  ['in English', 'en-GB', 'Add'],
  ['in Welsh', 'cy', 'Ychwanegu'],
])('Add stands beside the buttons of a card %s, over none of them', async (_, locale, add) => {
  for (const width of [320, 360]) {
    await page.setViewportSize({ width, height: 640 });
    await page.goto(`${app.origin}/asset/${fullest}?locale=${locale}`);
    const buttons = page.locator('[data-action-bar] button');
    await buttons.nth(1).waitFor();
    const over = await page.getByRole('button', { name: add, exact: true }).boundingBox();
    for (const button of await buttons.all()) {
      const under = await button.boundingBox();
      if (!over || !under) throw new Error('not on the screen');
      const isBeside = under.x + under.width <= over.x || under.y + under.height <= over.y;
      expect(isBeside, `${width}: ${await button.textContent()}`).toBe(true);
    }
  }
});
