import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { membersTombstones } from './support/document-count.ts';
import { expectQuiet, shoot } from './support/expectations.ts';
import { chooseLock, goToBehindLock } from './support/lock-steps.ts';
import { findingsHere } from './support/looks.ts';
import { openPhone, type Phone } from './support/open-phone.ts';
import { type RunningApp, startApp } from './support/start-app.ts';
import { addAsset, assetRow, assets, control, openCard, startRegister } from './support/steps.ts';

const words = 'river chair apple lamp';
const folder = mkdtempSync(join(tmpdir(), 'patchbook-books-'));

let app: RunningApp;
let anns: Phone;
let bos: Phone;
let bookOfAnn: string;

beforeAll(async () => {
  app = await startApp();
  anns = await openPhone({ reducedMotion: 'reduce' });
  bos = await openPhone({ reducedMotion: 'reduce' });
  await anns.page.goto(app.origin);
  await startRegister(anns.page);
  await addAsset(anns.page, { kind: 'Places', name: 'Chatty bench' });
  await addAsset(anns.page, { kind: 'Groups', name: 'Harbour Choir' });
});
afterAll(async () => {
  await anns?.close();
  await bos?.close();
  await app?.stop();
  rmSync(folder, { recursive: true });
});

const goTo = (page: Page, path: string): Promise<void> =>
  goToBehindLock(page, `${app.origin}${path}`);

async function saveBook(page: Page, name: string): Promise<string> {
  await goTo(page, '/share');
  await control(page, 'textbox', 'Words that open it').fill(words);
  const handing = page.waitForEvent('download');
  await control(page, 'button', 'Save the book').click();
  const download = await handing;
  expect(download.suggestedFilename()).toMatch(/^Rivermouth \d{4}-\d\d-\d\d\.patchbook$/);
  await page.getByText('The book is among your downloads').waitFor();
  const path = join(folder, name);
  await download.saveAs(path);
  return path;
}

const chooseBook = async (page: Page, path: string): Promise<void> => {
  await goTo(page, '/share');
  await page.getByLabel('Open a book').setInputFiles(path);
};

test('too few letters lock nothing', async () => {
  await goTo(anns.page, '/share');
  await control(anns.page, 'textbox', 'Words that open it').fill('short');
  await control(anns.page, 'button', 'Save the book').click();
  await anns.page.getByText('Please use at least 12 letters').waitFor();
  await anns.page.getByText('No copy yet.').waitFor();
});

test('a register is saved as a locked file, without a word to be read in it', async () => {
  bookOfAnn = await saveBook(anns.page, 'ann.patchbook');
  await shoot(anns.page, 'book-saved');
  await anns.page.getByText('1 copy saved').waitFor();
  const text = readFileSync(bookOfAnn).toString('latin1');
  for (const secret of ['Chatty', 'Harbour', 'Rivermouth', 'Mair', words])
    expect(text).not.toContain(secret);
  expectQuiet(anns);
});

test('another phone opens it with the words, and only with them', async () => {
  const { page } = bos;
  await page.goto(app.origin);
  await control(page, 'button', 'Join a register').click();
  await page.getByRole('link', { name: 'Open a book from a file' }).click();
  await page.getByLabel('Open a book').setInputFiles(bookOfAnn);
  await control(page, 'textbox', 'Words that open it').fill('other words than those');
  await shoot(page, 'book-asks');
  await control(page, 'button', 'Open it here').click();
  await page.getByText('These are not the words').waitFor();
  await control(page, 'textbox', 'Words that open it').fill(words);
  await control(page, 'button', 'Open it here').click();
  await chooseLock(page);
  await assetRow(page, 'Chatty bench').waitFor();
  await assetRow(page, 'Harbour Choir').waitFor();
  expect(await assets(page).getByRole('listitem').count()).toBe(2);
  expectQuiet(bos);
});

test('what is written on both comes together on both, and twice does no harm', async () => {
  await addAsset(bos.page, { kind: 'Places', name: 'Reading room' });
  await goTo(anns.page, '/list');
  await openCard(anns.page, 'Chatty bench');
  await control(anns.page, 'button', 'Edit').click();
  await control(anns.page, 'textbox', 'Name').fill('Chatty bench by the canal');
  await control(anns.page, 'button', 'Save').click();
  await anns.page.getByRole('heading', { name: 'Chatty bench by the canal' }).waitFor();
  const [ofAnn, ofBo] = [
    await saveBook(anns.page, 'ann-2.patchbook'),
    await saveBook(bos.page, 'bo.patchbook'),
  ];
  await anns.page.getByText('2 copies ✓').waitFor();
  for (const [{ page }, book] of [
    [anns, ofBo],
    [bos, ofAnn],
  ] as const) {
    await chooseBook(page, book);
    await page.getByText('The book is joined with yours').waitFor();
    await shoot(page, 'book-joined');
    await chooseBook(page, book);
    await page.getByText('Everything in it was here already.').waitFor();
    await goTo(page, '/list');
    for (const name of ['Chatty bench by the canal', 'Harbour Choir', 'Reading room'])
      await assetRow(page, name).waitFor();
    expect(await assets(page).getByRole('listitem').count()).toBe(3);
  }
});

test('what is kept closer on one phone leaves the wider circle on the other', async () => {
  expect(await membersTombstones(bos.page)).toBe(0);
  await goTo(anns.page, '/list');
  await openCard(anns.page, 'Harbour Choir');
  await control(anns.page, 'button', 'Edit').click();
  await anns.page.getByRole('radio', { name: 'The team' }).check();
  await control(anns.page, 'button', 'Save').click();
  await anns.page.getByText('Only the team may see this.').waitFor();
  await chooseBook(bos.page, await saveBook(anns.page, 'ann-3.patchbook'));
  await bos.page.getByText('The book is joined with yours').waitFor();
  expect(await membersTombstones(bos.page)).toBe(1);
  await goTo(bos.page, '/list');
  await openCard(bos.page, 'Harbour Choir');
  await bos.page.getByText('Only the team may see this.').waitFor();
  // An old book does not bring the wider copy back.
  await chooseBook(bos.page, bookOfAnn);
  await bos.page.getByText('Everything in it was here already.').waitFor();
  expect(await membersTombstones(bos.page)).toBe(1);
});

test('a book that was cut off, and a file that is none, change nothing', async () => {
  const { page } = anns;
  const cut = join(folder, 'cut.patchbook');
  writeFileSync(cut, new Uint8Array(readFileSync(bookOfAnn)).slice(0, 900));
  await chooseBook(page, cut);
  await page.getByText('The end of this book is missing').waitFor();
  await page.getByLabel('Open a book').setInputFiles({
    name: 'picture.png',
    mimeType: 'image/png',
    buffer: Buffer.from([137, 80, 78, 71]),
  });
  await page.getByText('This file is no book of Patchbook').waitFor();
});

test('a phone with another register asks for the words until they fit, then has both', async () => {
  const third = await openPhone({ reducedMotion: 'reduce' });
  const { page } = third;
  try {
    await page.goto(app.origin);
    await startRegister(page, { name: 'Elsewhere', yourName: 'Cai' });
    await chooseBook(page, bookOfAnn);
    const asked = page.locator('form').getByRole('textbox', { name: 'Words that open it' });
    await asked.fill('other words than those');
    await control(page, 'button', 'Open it here').click();
    await page.getByText('These are not the words').waitFor();
    await asked.fill(words);
    await control(page, 'button', 'Open it here').click();
    await chooseLock(page);
    await assetRow(page, 'Chatty bench').waitFor();
    await goTo(page, '/register');
    await page.getByText('Elsewhere').first().waitFor();
  } finally {
    await third.close();
  }
});

test('the page passes axe in every look, with a register and without', async () => {
  await goTo(anns.page, '/share');
  expect(await findingsHere(anns.page, 'share')).toEqual([]);
  const fresh = await openPhone({ reducedMotion: 'reduce' });
  try {
    await fresh.page.goto(`${app.origin}/share`);
    await fresh.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await findingsHere(fresh.page, 'share, no register')).toEqual([]);
  } finally {
    await fresh.close();
  }
});
