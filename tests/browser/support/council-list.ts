import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';

const list = new URL('../../fixtures/import/made-up-council.csv', import.meta.url);

/** From the import screen to the columns of a council's list, as it was saved on an old computer. */
export async function chooseCouncilList(page: Page): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles({
    name: 'made-up-council.csv',
    mimeType: 'text/csv',
    buffer: readFileSync(list),
  });
  await page.getByRole('button', { name: 'Check file' }).click();
  await page.getByLabel('Asset Name').waitFor();
}
