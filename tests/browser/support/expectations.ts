import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { Phone } from './open-phone.ts';

/** Nobody but our own hub was asked for anything, and the policy refused nothing. */
export function expectQuiet(phone: Phone): void {
  expect(phone.complaints).toEqual([]);
  expectNoForeignRequests(phone);
}

export function expectNoForeignRequests(phone: Phone): void {
  expect(phone.foreignHosts).toEqual([]);
}

const shots = join(import.meta.dirname, '../shots');

/** A picture to be looked at, under tests/browser/shots (not in git). */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

/** Resolves once the page is held on the phone and served from there. */
export async function untilKept(page: Page): Promise<void> {
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  await page.evaluate(() => navigator.serviceWorker.ready);
}
