import type { Page } from 'playwright';
import { control } from './steps.ts';

/** Gives a picture to the scanner, as a person does whose phone has no camera. */
export async function scanPicture(page: Page, picture: Buffer): Promise<void> {
  await control(page, 'button', 'Scan a code').click();
  const sheet = page.getByRole('dialog', { name: 'Scan a code' });
  await sheet.getByText('Patchbook finds no camera here.').waitFor();
  const choose = sheet.getByLabel('Choose a picture of the code');
  await choose.setInputFiles({ name: 'code.png', mimeType: 'image/png', buffer: picture });
}

/** A page of nothing but these modules, which a phone of somebody else might show. */
export async function drawCode(page: Page, modules: readonly (readonly boolean[])[]) {
  const dark = modules.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])),
  );
  const box = `0 0 ${modules.length} ${modules.length}`;
  await page.setContent(
    `<svg viewBox="${box}" width="400"><rect width="100%" height="100%" fill="white"/><path d="${dark.join('')}"/></svg>`,
  );
  return page.locator('svg').screenshot();
}
