import type { CDPSession, Locator, Page } from 'playwright';
import { expect } from 'vitest';
import type { Phone } from './open-phone.ts';
import { control } from './steps.ts';

/** Chromium lifts what a debugger has asked for when that goes. */
const debuggers = new WeakMap<Page, CDPSession>();

/** How many bytes the browser lends an origin; without a number, what it would lend by itself. */
export async function lendRoom({ context, page }: Phone, origin: string, quotaSize?: number) {
  const debug = debuggers.get(page) ?? (await context.newCDPSession(page));
  debuggers.set(page, debug);
  const room = quotaSize === undefined ? {} : { quotaSize };
  await debug.send('Storage.overrideQuotaForOrigin', { origin, ...room });
}

const littleRoom = 400_000;

/**
 * A cold browser with little room left, and then that little is filled up: Chromium remembers for
 * half a minute how much room there was, so it must be little from the start.
 */
export async function comeBackFull(
  phone: Phone,
  origin: string,
  arrive: (phone: Phone) => Promise<void>,
): Promise<Phone> {
  const measured = await phone.restart();
  // What the worker keeps is counted in full only by a browser that finds it there.
  await arrive(measured);
  const used = await usedBytes(measured.page);
  const full = await measured.restart();
  await lendRoom(full, origin, used + littleRoom);
  await arrive(full);
  await full.page.evaluate(fillUp, littleRoom);
  return full;
}

const usedBytes = (page: Page): Promise<number> =>
  page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);

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

/** As a person would, again and again: Chromium believes for a while that the disk is still full. */
export async function saveUntil(page: Page, shown: Locator): Promise<void> {
  const save = control(page, 'button', 'Save');
  const tryOnce = async () => {
    if (await save.isEnabled({ timeout: 500 }).catch(() => false)) await save.click();
    return shown.isVisible();
  };
  await expect.poll(tryOnce, { timeout: 60_000, interval: 1_000 }).toBe(true);
}

/** PouchDB tells the console itself that a write found no room; anything else is ours. */
export const besidesFull = (complaints: readonly string[]): readonly string[] =>
  complaints.filter((words) => !words.includes('QuotaExceededError'));
