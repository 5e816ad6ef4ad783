import type { Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { expectNoForeignRequests, shoot, untilKept } from './support/expectations.ts';
import { besidesFull, comeBackFull, lendRoom, saveUntil } from './support/full-phone.ts';
import { typeNewLock, unlock } from './support/lock-steps.ts';
import { openPhone, type Phone } from './support/open-phone.ts';
import { draftText } from './support/raw-storage.ts';
import { type RunningApp, startApp } from './support/start-app.ts';
import {
  addAsset,
  assetRow,
  control,
  fillIn,
  openCard,
  pageHeading,
  startRegister,
} from './support/steps.ts';

let app: RunningApp;
let phone: Phone;
let page: Page;

beforeEach(async () => {
  app = await startApp();
  phone = await openPhone();
  page = phone.page;
  await page.goto(app.origin);
  await untilKept(page);
  await startRegister(page);
});
afterEach(async () => {
  await phone?.close();
  await app?.stop();
});

const full = 'This phone is full. Your words are kept.';

test('adding on a full phone says so, keeps the words, and works once there is room', async () => {
  await fillIn(page, { kind: 'Places', name: 'Chatty bench' });
  await expect.poll(() => draftText(page)).toContain('Chatty bench');

  await comeBackToFullPhone();
  await control(page, 'button', 'Save').click();
  await page.getByRole('alert').filter({ hasText: full }).waitFor();
  expect(await control(page, 'textbox', 'Name').inputValue()).toBe('Chatty bench');
  await control(page, 'textbox', 'Name').fill('Chatty bench by the canal');
  await shoot(page, 'full-disk-add');
  expect(await draftText(page)).toContain('Chatty bench');

  await makeRoom();
  await saveUntil(page, assetRow(page, 'Chatty bench by the canal'));
  expectQuietButForPouch();
});

test('editing on a full phone says so, keeps the words, and works once there is room', async () => {
  await addAsset(page, { kind: 'Places', name: 'Reading Room' });
  await openCard(page, 'Reading Room');
  await control(page, 'button', 'Edit').click();
  await control(page, 'textbox', 'Name').fill('Old Reading Room');
  await expect.poll(() => draftText(page)).toContain('Old Reading Room');

  await comeBackToFullPhone();
  await control(page, 'button', 'Save').click();
  await page.getByRole('alert').filter({ hasText: full }).waitFor();
  expect(await control(page, 'textbox', 'Name').inputValue()).toBe('Old Reading Room');
  await shoot(page, 'full-disk-edit');
  expect(await draftText(page)).toContain('Old Reading Room');

  await makeRoom();
  await saveUntil(page, pageHeading(page, 'Old Reading Room'));
  expectQuietButForPouch();
});

test('a phone without any room still opens the book, and says what it cannot show', async () => {
  await addAsset(page, { kind: 'Places', name: 'Reading Room' });
  await openCard(page, 'Reading Room');
  const card = page.url();
  await startAgain();
  await lendRoom(phone, app.origin, 1);
  await page.goto(app.origin);
  await assetRow(page, 'Reading Room').waitFor();
  await shoot(page, 'full-disk-list');
  for (const part of ['', '/edit', '/history', '/happens', '/connect']) {
    await page.goto(`${card}${part}`);
    if (part !== '/connect') await cannotShow().waitFor();
    await shoot(page, `full-disk-start${part.replace('/', '-')}`);
  }
  await page.goto(card);
  await cannotShow().waitFor();

  await makeRoom();
  const tryAgain = control(page, 'button', 'Try again');
  await expect
    .poll(
      async () => {
        if (await tryAgain.isVisible()) await tryAgain.click();
        return cannotShow().isVisible();
      },
      { timeout: 60_000, interval: 1_000 },
    )
    .toBe(false);
  await page.getByText('may see this').first().waitFor();
  expectQuietButForPouch();
});

test('a locked phone without any room says that nothing is lost, and opens once there is room', async () => {
  await addAsset(page, { kind: 'Places', name: 'Reading Room' });
  await page.goto(`${app.origin}/settings`);
  await control(page, 'button', 'Set a lock').click();
  await typeNewLock(page);
  await page.getByText('The book is shut away when you lock it').waitFor();
  await startAgain();
  await lendRoom(phone, app.origin, 1);
  await page.goto(app.origin);
  await unlock(page);
  await page.getByText('This phone is full. Nothing is lost.').waitFor();
  await shoot(page, 'full-disk-locked');

  await makeRoom();
  const shown = assetRow(page, 'Reading Room');
  await expect
    .poll(
      async () => {
        const open = control(page, 'button', 'Open the book');
        if (await open.isVisible()) await unlock(page);
        return shown.isVisible();
      },
      { timeout: 90_000, interval: 2_000 },
    )
    .toBe(true);
  expectQuietButForPouch();
});

const cannotShow = () =>
  page.getByRole('alert').filter({ hasText: 'This phone is full. Free some space' });

async function comeBackToFullPhone(): Promise<void> {
  const address = page.url();
  phone = await comeBackFull(phone, app.origin, async ({ page: there }) => {
    await there.goto(address);
    await control(there, 'button', 'Save').waitFor();
  });
  page = phone.page;
}

async function startAgain(): Promise<void> {
  phone = await phone.restart();
  page = phone.page;
}

const makeRoom = () => lendRoom(phone, app.origin);

function expectQuietButForPouch(): void {
  expect(besidesFull(phone.complaints)).toEqual([]);
  expectNoForeignRequests(phone);
}
