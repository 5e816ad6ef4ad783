import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { documentCounts } from './support/document-count.ts';
import { expectNoForeignRequests, shoot } from './support/expectations.ts';
import { besidesFull, lendRoom } from './support/full-phone.ts';
import { openPhone, type Phone } from './support/open-phone.ts';
import { ground } from './support/real-or-made-up.ts';
import { type RunningApp, startApp } from './support/start-app.ts';
import { control, startRegister } from './support/steps.ts';

let app: RunningApp;
let phone: Phone;
let page: Page;

beforeEach(async () => {
  app = await startApp();
  phone = await openPhone();
  page = phone.page;
  await page.goto(app.origin);
  await startRegister(page);
});
afterEach(async () => {
  await phone?.close();
  await app?.stop();
});

test('an import that does not fit leaves nothing, says so, and comes in once there is room', async () => {
  await comeBackToFullPhone();
  const before = await documentCounts(page);
  await chooseFile();
  await button(/^Import \d/).click();
  await page.getByText('This phone is full.').waitFor();
  await page.getByText('Your book is as it was.').waitFor();
  await shoot(page, 'full-disk-import');
  expect(await documentCounts(page)).toEqual(before);

  await lendRoom(phone, app.origin);
  await chooseFile();
  await button(/^Import \d/).click();
  await page.getByText(/things are in the book now/).waitFor();
  await control(page, 'button', 'Undo import').click();
  await page.getByText(/are out of the book again/).waitFor();
  expect(besidesFull(phone.complaints)).toEqual([]);
  expectNoForeignRequests(phone);
});

const button = (name: RegExp) => page.getByRole('button', { name });

async function chooseFile(): Promise<void> {
  await page.goto(`${app.origin}/import`);
  await page.locator('input[type=file]').setInputFiles(ground.places);
  await control(page, 'button', 'Check file').click();
  await page.getByText(/things for your book/).waitFor();
}

/** A cold browser: Chromium remembers for half a minute how much room there was. */
async function comeBackToFullPhone(): Promise<void> {
  phone = await phone.restart();
  page = phone.page;
  await lendRoom(phone, app.origin, 1);
  await page.goto(`${app.origin}/import`);
}
