import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';

const folder = new URL('../../fixtures/import/', import.meta.url);

/** A made-up street as the map had it, or a year later. */
export type MadeUpMap = 'made-up-osm.geojson' | 'made-up-osm-later.geojson';

/** From the import screen to what is in the file. */
export async function chooseMap(page: Page, name: MadeUpMap): Promise<void> {
  await page.locator('input[type="file"]').setInputFiles({
    name,
    mimeType: 'application/geo+json',
    buffer: readFileSync(new URL(name, folder)),
  });
  await page.getByRole('button', { name: 'Check file' }).click();
  await page.getByRole('checkbox').first().waitFor();
}

/** From any screen to the import with the street as it first was. */
export async function bringInMap(page: Page, origin: string): Promise<void> {
  await page.goto(`${origin}/import`);
  await chooseMap(page, 'made-up-osm.geojson');
  await page.getByRole('button', { name: 'Import 7 things' }).click();
  await page.getByText('Of the 15 entries in the file').waitFor();
}
