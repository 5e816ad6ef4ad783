import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { focusNow } from './support/focus.ts';
import { openPhone, type Phone, type PhoneOptions } from './support/open-phone.ts';
import { type RunningApp, startApp } from './support/start-app.ts';
import { assetRow, assets, control, pageHeading } from './support/steps.ts';

let app: RunningApp;
let phone: Phone;
let page: Page;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());
afterEach(() => phone?.close());

const stopsMost = 150;

const hasFocus = (wanted: Locator): Promise<boolean> =>
  wanted.evaluate((element) => element === document.activeElement);

/** Tab, Tab, Tab until it has the focus; every stop on the way can be seen. */
async function tabTo(wanted: Locator): Promise<void> {
  await wanted.waitFor({ state: 'attached' });
  for (let stop = 0; stop < stopsMost; stop += 1) {
    if (await hasFocus(wanted)) return;
    await page.keyboard.press('Tab');
    const { key, isMarked } = await focusNow(page);
    expect(isMarked, key).toBe(true);
    // What stands over it steps aside in the frames that follow.
    await expect.poll(async () => (await focusNow(page)).coveredBy, { message: key }).toBe(false);
  }
  throw new Error(`Not reached in ${stopsMost} stops: ${wanted}`);
}

async function pressAt(wanted: Locator, key = 'Enter'): Promise<void> {
  await tabTo(wanted);
  await page.keyboard.press(key);
}

async function typeAt(wanted: Locator, words: string): Promise<void> {
  await tabTo(wanted);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(words);
}

async function open(options: PhoneOptions = {}): Promise<void> {
  phone = await openPhone({ reducedMotion: 'reduce', ...options });
  page = phone.page;
  await page.goto(app.origin);
}

async function startByKeys(): Promise<void> {
  await pressAt(control(page, 'button', 'Start a register'));
  await typeAt(control(page, 'textbox', 'Name of your neighbourhood'), 'Rivermouth');
  await typeAt(control(page, 'textbox', 'Your name'), 'Mair');
  await page.keyboard.press('Enter');
  await pageHeading(page, 'Rivermouth').waitFor();
}

async function addPlaceByKeys(name: string): Promise<void> {
  await pressAt(control(page, 'button', 'Add'));
  await tabTo(control(page, 'radio', 'People'));
  const places = control(page, 'radio', 'Places');
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowDown');
  expect(await places.isChecked()).toBe(true);
  await typeAt(control(page, 'textbox', 'Name'), name);
  await pressAt(control(page, 'button', 'Nowhere yet'));
  await pressAt(control(page, 'button', 'Save'));
  await assetRow(page, name).waitFor();
}

test.each([
  ['a phone', { width: 360, height: 640 }],
  ['a wide screen', { width: 1280, height: 800 }],
])('the whole core job by keyboard alone on %s', async (_, size) => {
  await open(size);
  await startByKeys();
  await addPlaceByKeys('Old Reading Room');

  await typeAt(control(page, 'searchbox', 'Search').first(), 'readnig');
  const row = assetRow(page, 'Old Reading Room');
  await pressAt(row.getByRole('link'));
  const heading = pageHeading(page, 'Old Reading Room');
  await heading.waitFor();
  await expect.poll(() => hasFocus(heading)).toBe(true);

  await pressAt(control(page, 'button', 'Still true'));
  await page.getByText('Thank you. Old Reading Room is still true.').waitFor();

  await pressAt(control(page, 'button', 'Edit'));
  await typeAt(control(page, 'textbox', 'Name'), 'New Reading Room');
  await pressAt(control(page, 'button', 'Save'));
  await pageHeading(page, 'New Reading Room').waitFor();

  await pressAt(control(page, 'button', 'Remove'));
  // Not an Undo of what was done before: that one may still be standing.
  await page.getByText('Removed: New Reading Room').waitFor();
  await assetRow(page, 'New Reading Room').waitFor({ state: 'detached' });
  await pressAt(control(page, 'button', 'Undo'));
  await assetRow(page, 'New Reading Room').waitFor();
  expect(await assets(page).getByRole('listitem').count()).toBe(1);
});
