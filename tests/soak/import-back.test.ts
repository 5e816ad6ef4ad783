import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { geoJsonText } from '../bench/import-files.ts';
import { heldUpFor, watchHeldUp } from '../browser/support/held-up.ts';
import { openPhone, type Phone } from '../browser/support/open-phone.ts';
import { type RunningApp, startApp } from '../browser/support/start-app.ts';
import { startRegister } from '../browser/support/steps.ts';

const count = 10_000;
const folder = mkdtempSync(join(tmpdir(), 'patchbook-import-back-'));
const patience = { timeout: 600_000 };

let app: RunningApp;
let phone: Phone;
let page: Page;

beforeAll(async () => {
  app = await startApp();
  phone = await openPhone({ reducedMotion: 'reduce' });
  page = phone.page;
  await page.goto(app.origin);
  await startRegister(page);
});
afterAll(async () => {
  await phone?.close();
  await app?.stop();
  rmSync(folder, { recursive: true });
});

function write(name: string, change: (words: string) => string): string {
  const file = JSON.parse(geoJsonText(count)) as {
    readonly features: readonly { properties: { description: string } }[];
  };
  for (const { properties } of file.features)
    properties.description = change(properties.description);
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(file));
  return path;
}

async function check(path: string): Promise<void> {
  await page.goto(`${app.origin}/import`);
  await page.locator('input[type="file"]').setInputFiles(path);
  await watchHeldUp(page);
  await page.getByRole('button', { name: 'Check file' }).click();
}

const button = (name: string) => page.getByRole('button', { name }).first();

/** A tap is answered within a tenth of a second (Nielsen, Usability Engineering, 1993). */
const expectFree = async (what: string): Promise<void> => {
  const block = await heldUpFor(page);
  console.log(`${what}: page held at most ${Math.round(block)} ms`);
  expect(block, what).toBeLessThan(100);
};

test(`${count} things come in, take changes, give them back and go, and the page stays free`, async () => {
  await check(write('first.geojson', (words) => words));
  await button(`Import ${count}`).click(patience);
  await button('Undo import').waitFor(patience);
  await expectFree('import');
  await check(write('changed.geojson', (words) => `Changed: ${words}`));
  await page.getByLabel('Take all that is new').check(patience);
  await button('Take changes').click();
  await button('Undo import').waitFor(patience);
  await expectFree('taking changes');
  await button('Undo import').click();
  await page.getByText(`Taken back: ${count} things are as they were before.`).waitFor(patience);
  await expectFree('giving changes back');
  await button('Undo import').click();
  await page.getByText(`Taken back: ${count} things are out of the book again.`).waitFor(patience);
  await expectFree('taking the import back');
});
