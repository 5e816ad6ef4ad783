import type { Page } from 'playwright';
import { control, pageHeading } from './steps.ts';

export const numbers = '280617';

/** On the screen that asks for a lock before it opens what others trust this phone with. */
export async function chooseLock(page: Page): Promise<void> {
  await pageHeading(page, 'Choose a lock').waitFor();
  await typeNewLock(page);
  await pageHeading(page, 'Choose a lock').waitFor({ state: 'detached' });
}

export async function typeNewLock(page: Page, said = numbers): Promise<void> {
  await control(page, 'textbox', 'Your numbers').fill(said);
  await control(page, 'textbox', 'The same once more').fill(said);
  await page.getByRole('button', { name: /^(Set the lock|Change it)$/ }).click();
}

/** By its id, for it may stand there in any language. */
const lockField = (page: Page) => page.locator('#lock-open');

/** On the lock screen. */
export async function unlock(page: Page, said = numbers): Promise<void> {
  await lockField(page).fill(said);
  await lockField(page).press('Enter');
}

/**
 * To a screen of an open register. A page loaded anew is locked where its phone has a lock: only
 * the tab before knew the key.
 */
export async function goToBehindLock(page: Page, address: string): Promise<void> {
  await page.goto(address);
  const places = page.locator('nav').first();
  await lockField(page).or(places).first().waitFor();
  if ((await lockField(page).count()) > 0) await unlock(page);
  await places.waitFor();
  await page.getByRole('heading', { level: 1 }).first().waitFor();
}
