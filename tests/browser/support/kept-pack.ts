import type { Locator, Page } from 'playwright';
import { expect } from 'vitest';
import { drawsMaps } from '../../support/chromium.ts';
import { ground } from './real-or-made-up.ts';
import { control } from './steps.ts';
import { streetShare } from './street-share.ts';

/** Keeps a pack on this phone: that of the ground, unless told which. */
export async function keepPack(page: Page, origin: string, file = ground.pack): Promise<void> {
  await page.goto(`${origin}/packs`);
  await page.getByLabel('Map pack file').setInputFiles(file);
  await control(page, 'button', 'Keep on this phone').click();
  await page.getByText('is kept on this phone.').waitFor();
}

export const mapRegion = (page: Page): Locator => page.getByRole('region', { name: 'Map' });

/**
 * Streets, water and parks, not plain ground with marks on it; where nothing can be drawn, the
 * sentence that says so and whose list does the same.
 */
export async function untilDrawn(map: Locator): Promise<void> {
  if (!drawsMaps) return map.getByText('This browser cannot draw the map').waitFor();
  const canvas = map.locator('canvas');
  await canvas.waitFor();
  await expect.poll(() => streetShare(canvas), { timeout: 30_000 }).toBeGreaterThan(0.1);
}
