import type { CDPSession, Locator, Page } from 'playwright';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { expectNoForeignRequests, shoot, untilKept } from './support/expectations.ts';
import { openPhone, type Phone } from './support/open-phone.ts';
import { draftText } from './support/raw-storage.ts';
import { type RunningApp, startApp } from './support/start-app.ts';
import {
  addAsset,
  assetRow,
  control,
  openCard,
  pageHeading,
  startRegister,
} from './support/steps.ts';

let app: RunningApp;
let phone: Phone;
let page: Page;
let debug: CDPSession;

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
  await control(page, 'button', 'Add').click();
  await control(page, 'radio', 'Places').click();
  await control(page, 'textbox', 'Name').fill('Chatty bench');
  await control(page, 'button', 'Nowhere yet').click();
  await expect.poll(() => draftText(page)).toContain('Chatty bench');

  await comeBackToFullPhone();
  await control(page, 'button', 'Save').click();
  await page.getByRole('alert').filter({ hasText: full }).waitFor();
  expect(await control(page, 'textbox', 'Name').inputValue()).toBe('Chatty bench');
  await control(page, 'textbox', 'Name').fill('Chatty bench by the canal');
  await shoot(page, 'full-disk-add');
  expect(await draftText(page)).toContain('Chatty bench');

  await makeRoom();
  await saveUntil(assetRow(page, 'Chatty bench by the canal'));
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
  await saveUntil(pageHeading(page, 'Old Reading Room'));
  expectQuietButForPouch();
});

test('a phone without any room still opens the book, and says what it cannot show', async () => {
  await addAsset(page, { kind: 'Places', name: 'Reading Room' });
  await openCard(page, 'Reading Room');
  const card = page.url();
  await startAgain();
  await setRoom(1);
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

const cannotShow = () =>
  page.getByRole('alert').filter({ hasText: 'This phone is full. Free some space' });

/**
 * A cold browser with little room left, and then that little is filled up: Chromium remembers for
 * half a minute how much room there was, so it must be little from the start.
 */
async function comeBackToFullPhone(): Promise<void> {
  const address = page.url();
  await startAgain();
  // What the worker keeps is counted in full only by a browser that finds it there.
  await page.goto(address);
  await control(page, 'button', 'Save').waitFor();
  const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  await startAgain();
  await setRoom(used + littleRoom);
  await page.goto(address);
  await control(page, 'button', 'Save').waitFor();
  await page.evaluate(fillUp, littleRoom);
}

async function startAgain(): Promise<void> {
  phone = await phone.restart();
  page = phone.page;
  debug = await phone.context.newCDPSession(page);
}

const littleRoom = 400_000;

/** Writes what cannot be pressed together, in smaller and smaller pieces, until not one fits. */
const fillUp = async (most: number): Promise<void> => {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open('somebody-elses-photos');
    asked.onupgradeneeded = () => asked.result.createObjectStore('photos', { autoIncrement: true });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  const fits = (bytes: number) =>
    new Promise<boolean>((resolve) => {
      const work = db.transaction('photos', 'readwrite');
      work.objectStore('photos').add(crypto.getRandomValues(new Uint8Array(bytes)));
      work.oncomplete = () => resolve(true);
      work.onabort = () => resolve(false);
    });
  for (let bytes = Math.min(most, 65_536); bytes >= 64; bytes = Math.floor(bytes / 2)) {
    while (await fits(bytes));
  }
  db.close();
};

const setRoom = (quotaSize: number) =>
  debug.send('Storage.overrideQuotaForOrigin', { origin: app.origin, quotaSize });

/** As a person would, again and again: Chromium believes for a while that the disk is still full. */
async function saveUntil(shown: Locator): Promise<void> {
  const save = control(page, 'button', 'Save');
  const tryOnce = async () => {
    if (await save.isEnabled({ timeout: 500 }).catch(() => false)) await save.click();
    return shown.isVisible();
  };
  await expect.poll(tryOnce, { timeout: 60_000, interval: 1_000 }).toBe(true);
}

const makeRoom = () => debug.send('Storage.overrideQuotaForOrigin', { origin: app.origin });

/** PouchDB tells the console itself that a write found no room; anything else is ours. */
function expectQuietButForPouch(): void {
  const others = phone.complaints.filter((words) => !words.includes('QuotaExceededError'));
  expect(others).toEqual([]);
  expectNoForeignRequests(phone);
}
