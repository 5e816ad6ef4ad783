import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openScreen, type ScreenName } from './support/card-screens.ts';
import { cutWords } from './support/cut-words.ts';
import { bringInFullBook } from './support/full-book.ts';
import { isSideways, untilStill } from './support/looks.ts';
import { openPhone, type Phone } from './support/open-phone.ts';
import { type RunningApp, startApp } from './support/start-app.ts';
import { startRegister } from './support/steps.ts';
import { tabThrough } from './support/tab-through.ts';

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

const screens: readonly ScreenName[] = [
  'a long list',
  'a full card',
  'its edit',
  'add filled in',
  'add with problems',
];

/** A screen of 1280 × 1024 enlarged four times is this wide and high (WCAG 1.4.10). */
const enlarged = { size: { width: 320, height: 256 }, letters: '100%' };
const largeLetters = { size: { width: 360, height: 640 }, letters: '200%' };

describe.each([
  ['at 400 %', enlarged],
  ['with letters twice as large', largeLetters],
])('%s', (_, { size, letters }) => {
  test.each(screens)('%s is read whole, and what has the focus is seen', async (name) => {
    await page.setViewportSize(size);
    await openScreen(page, app.origin, name);
    await page.evaluate((fontSize) => {
      document.documentElement.style.fontSize = fontSize;
    }, letters);
    await untilStill(page);
    expect(await isSideways(page), 'scrolls sideways').toBe(false);
    expect(await cutWords(page)).toEqual([]);
    const { count, covered } = await tabThrough(page);
    expect(count).toBeGreaterThan(10);
    expect(covered).toEqual([]);
  });
});
