import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectNoForeignRequests, shoot } from './support/expectations.ts';
import { chooseLock, goToBehindLock } from './support/lock-steps.ts';
import { findingsHere } from './support/looks.ts';
import { openPhone, type Phone } from './support/open-phone.ts';
import { type RunningApp, startApp } from './support/start-app.ts';
import { addAsset, assetRow, control, startRegister } from './support/steps.ts';

const dataFolder = mkdtempSync(join(tmpdir(), 'patchbook-sheet-'));

let app: RunningApp;
let anns: Phone;
let found: Phone;
let others: Phone;
let byFile: Phone;

beforeAll(async () => {
  app = await startApp({ dataFolder });
  anns = await openPhone({ reducedMotion: 'reduce' });
  found = await openPhone({ reducedMotion: 'reduce' });
  others = await openPhone({ reducedMotion: 'reduce' });
  byFile = await openPhone({ reducedMotion: 'reduce' });
});
afterAll(async () => {
  await anns?.close();
  await found?.close();
  await others?.close();
  await byFile?.close();
  await app?.stop();
  rmSync(dataFolder, { recursive: true });
});

interface Paper {
  readonly words: readonly string[];
  readonly number: string;
}

const sharing = (page: Page) => page.getByRole('status', { name: 'Sharing' });
const untilShared = (page: Page) => sharing(page).getByText('All shared').waitFor();
const onPhone = (page: Page) => page.setViewportSize({ width: 360, height: 640 });

/** As somebody copies it who sees the sheet on the screen. */
async function draw(page: Page): Promise<Paper> {
  await control(page, 'button', 'Make a recovery sheet').click();
  await page.getByText('You see these words only now.').waitFor();
  const words = await page.locator('ol[lang=en] li').allTextContents();
  const number = await page.getByText(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/).textContent();
  return { words, number: number ?? '' };
}

const askedBack = (page: Page) => page.getByRole('textbox', { name: /^Word [1-6]$/ });

/** What the sheet says in the places that are asked for. */
async function typeBack(page: Page, { words }: Paper): Promise<void> {
  for (const field of await askedBack(page).all()) {
    const label = await field.evaluate((one: HTMLInputElement) => one.labels?.[0]?.textContent);
    await field.fill(words[Number(label?.at(-1)) - 1] ?? '');
  }
  await control(page, 'button', 'It is written down').click();
  await page.getByText('The sheet works now.').waitFor();
}

let first: Paper;
let second: Paper;

test('a steward makes a sheet that works once two of its words were typed back', async () => {
  const { page } = anns;
  await page.goto(app.origin);
  await startRegister(page);
  await addAsset(page, { kind: 'Places', name: 'Chatty bench' });
  await page.goto(`${app.origin}/share`);
  await control(page, 'button', 'Set up sharing').click();
  await chooseLock(page);
  await untilShared(page);
  first = await draw(page);
  expect(first.words).toHaveLength(6);
  await control(page, 'button', 'It is written down').click();
  await expect.poll(() => page.getByText(/That is not word [1-6] on this sheet\./).count()).toBe(2);
  await page.getByText('You see these words only now.').scrollIntoViewIfNeeded();
  await shoot(page, 'sheet-drawn');
  expect(await findingsHere(page, 'drawn')).toEqual([]);
  await shoot(page, 'sheet-drawn-wide');
  await onPhone(page);
  await page.emulateMedia({ media: 'print' });
  await shoot(page, 'sheet-printed');
  expect(await page.locator('ol[lang=en] li').last().isVisible()).toBe(true);
  for (const unprinted of [
    'You see these words only now.',
    'Invite someone',
    'Connections',
    'Help',
  ])
    expect(await page.getByText(unprinted).first().isVisible()).toBe(false);
  await page.emulateMedia({ media: null });
  await typeBack(page, first);
  expect(await page.locator('ol[lang=en]').count()).toBe(0);
});

test('another sheet stops the first; with the new keys its ring is put again, here in vain', async () => {
  const { page, context } = anns;
  // Each sheet's ring is let through once: it then lacks the keys that come later.
  const letThrough = new Set<unknown>();
  let heldBack = 0;
  await context.route('**/api/registers/*/ring', (route) => {
    const wish: { sign?: unknown } | null = route.request().postDataJSON();
    if (!wish || !letThrough.has(wish.sign)) {
      if (wish) letThrough.add(wish.sign);
      return route.continue();
    }
    heldBack += 1;
    return route.abort();
  });
  await goToBehindLock(page, `${app.origin}/share`);
  await page.getByText('A new sheet stops the one before it.').waitFor();
  await shoot(page, 'sheet-there');
  second = await draw(page);
  await typeBack(page, second);
  await goToBehindLock(page, `${app.origin}/list`);
  await addAsset(page, { kind: 'Groups', name: 'Harbour Choir' });
  await untilShared(page);
  await expect.poll(() => letThrough.size).toBe(2);
  await expect.poll(() => heldBack).toBeGreaterThan(0);
  await anns.close();
});

test('what is typed wrong is named, and nothing typed is lost', async () => {
  const { page } = found;
  await page.goto(`${app.origin}/join`);
  await control(page, 'button', 'Use a recovery sheet').click();
  const words = control(page, 'textbox', 'The six words');
  const number = control(page, 'textbox', 'Register number');
  const tryOut = async (says: string) => {
    await control(page, 'button', 'Bring the register back').click();
    await page.getByRole('status').filter({ hasText: says }).waitFor();
  };
  await words.fill(`${second.words.slice(0, 2).join(' ')} zzom`);
  await tryOut('The register number has eight groups of four');
  await number.fill(second.number);
  await tryOut('Word 3, “zzom”, is on no sheet.');
  await words.fill(second.words.slice(1).join(' '));
  await tryOut('A sheet has six words.');
  await words.fill(first.words.join(' '));
  await tryOut('These words do not open that register.');
  await shoot(page, 'sheet-wrong');
  expect(await findingsHere(page, 'wrong words')).toEqual([]);
  await onPhone(page);
  await number.fill('0'.repeat(32));
  await tryOut('That hub keeps nothing for a sheet of that register.');
  expect(await words.inputValue()).toBe(first.words.join(' '));
});

const ringAtHub = async (): Promise<string> => {
  const register = second.number.replaceAll(' ', '');
  const told = await fetch(`${app.origin}/api/registers/${register}/ring`);
  return told.text();
};

async function bringBack(page: Page, number: string, words: string): Promise<void> {
  await control(page, 'textbox', 'Register number').fill(number);
  await control(page, 'textbox', 'The six words').fill(words);
  await control(page, 'button', 'Bring the register back').click();
}

test('with every phone lost, the sheet brings the register back, to be written in and led', async () => {
  const { page } = found;
  const ring = await ringAtHub();
  const typed = second.words.map((word, at) => `${at + 1}. ${word.toUpperCase()}`).join(', ');
  await bringBack(page, second.number.toUpperCase(), typed);
  await chooseLock(page);
  await assetRow(page, 'Chatty bench').waitFor();
  await assetRow(page, 'Harbour Choir').waitFor();
  await untilShared(page);
  await shoot(page, 'sheet-back');
  await addAsset(page, { kind: 'Groups', name: 'Night owls' });
  await untilShared(page);
  await goToBehindLock(page, `${app.origin}/share`);
  await page.getByRole('radio', { name: 'Steward' }).waitFor();
  await control(page, 'button', 'Invite someone').click();
  await control(page, 'textbox', 'Invite link').waitFor();
  // Sealed anew, with the keys that came after the sheet.
  await expect.poll(ringAtHub).not.toBe(ring);
  expectNoForeignRequests(found);
});

test('the hub took what was written, and the same sheet brings it to another phone', async () => {
  const { page } = others;
  await page.goto(`${app.origin}/join`);
  await control(page, 'button', 'Use a recovery sheet').click();
  await bringBack(page, second.number, second.words.join(' '));
  await chooseLock(page);
  await assetRow(page, 'Night owls').waitFor();
  await assetRow(page, 'Harbour Choir').waitFor();
  await untilShared(page);
  // The lost one, the one that came back first, and this one: what the sheet signed reached the others.
  await goToBehindLock(page, `${app.origin}/register`);
  await page.getByText('Phone 3 (this one)').waitFor();
});

/** A phone's share sheet takes what it is given; a desktop browser has none. */
const withShareSheet = (page: Page) =>
  page.addInitScript(() => {
    const takes = ({ files = [] }: ShareData) => files.every(({ name }) => /\.txt$/.test(name));
    Object.assign(navigator, {
      canShare: takes,
      share: async ({ files = [] }: ShareData) => Object.assign(globalThis, { sent: files[0] }),
    });
  });

const sentOn = (page: Page) =>
  page.evaluate(async () => {
    const { sent } = globalThis as unknown as { sent: File };
    return { name: sent.name, bytes: [...new Uint8Array(await sent.arrayBuffer())] };
  });

interface Sent {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}
let book: Sent;

test('a book under the register’s own keys is written and sent on by the share sheet', async () => {
  const { page } = others;
  await withShareSheet(page);
  await goToBehindLock(page, `${app.origin}/share`);
  await control(page, 'radio', 'The register’s own keys').check();
  expect(await page.getByRole('textbox', { name: 'Words that open it' }).count()).toBe(0);
  await shoot(page, 'book-own-keys');
  expect(await findingsHere(page, 'own keys')).toEqual([]);
  await control(page, 'button', 'Save the book').click();
  await control(page, 'button', 'Send it on').click();
  await expect
    .poll(() =>
      sentOn(page)
        .then(({ name }) => name)
        .catch(() => ''),
    )
    .toMatch(/\.patchbook\.txt$/);
  const { name, bytes } = await sentOn(page);
  book = { name, mimeType: 'text/plain', buffer: Buffer.from(bytes) };
});

test('with hub and phones lost, that book and the six words bring the register back', async () => {
  const { page, context } = byFile;
  await page.goto(`${app.origin}/share`);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await context.setOffline(true);
  await page.getByLabel('Open a book', { exact: true }).setInputFiles(book);
  await control(page, 'textbox', 'Words that open it').fill(first.words.join(' '));
  await control(page, 'button', 'Open it here').click();
  await page.getByText('These are not such words.').waitFor();
  await control(page, 'textbox', 'Words that open it').fill(second.words.join(' '));
  await control(page, 'button', 'Open it here').click();
  await chooseLock(page);
  for (const name of ['Chatty bench', 'Harbour Choir', 'Night owls'])
    await assetRow(page, name).waitFor();
  await addAsset(page, { kind: 'Groups', name: 'Written without a hub' });
});

test('and the same words take it back to its hub, with what was written meanwhile', async () => {
  const { page, context } = byFile;
  await context.setOffline(false);
  await goToBehindLock(page, `${app.origin}/join`);
  await control(page, 'button', 'Use a recovery sheet').click();
  await bringBack(page, second.number, second.words.join(' '));
  await assetRow(page, 'Written without a hub').waitFor();
  await untilShared(page);
  await goToBehindLock(others.page, `${app.origin}/list`);
  await assetRow(others.page, 'Written without a hub').waitFor();
  expectNoForeignRequests(byFile);
});

test('a book brings newer keys by hand, and what was written here under the old ones stays', async () => {
  const away = byFile.page;
  await byFile.context.setOffline(true);
  await addAsset(away, { kind: 'Groups', name: 'Written while away' });
  const { page } = others;
  await goToBehindLock(page, `${app.origin}/share`);
  await typeBack(page, await draw(page));
  await goToBehindLock(page, `${app.origin}/list`);
  await addAsset(page, { kind: 'Groups', name: 'Under the newest key' });
  await untilShared(page);
  await goToBehindLock(page, `${app.origin}/share`);
  await control(page, 'radio', 'The register’s own keys').check();
  await control(page, 'button', 'Save the book').click();
  await control(page, 'button', 'Send it on').click();
  const { name, bytes } = await sentOn(page);
  const newest = { name, mimeType: 'text/plain', buffer: Buffer.from(bytes) };

  await control(away, 'link', 'More').click();
  await control(away, 'link', 'Share and invite').click();
  await away.getByLabel('Open a book', { exact: true }).setInputFiles(newest);
  await away.getByText('The book is joined with yours').waitFor();
  await control(away, 'link', 'List').click();
  await assetRow(away, 'Under the newest key').waitFor();
  await assetRow(away, 'Written while away').waitFor();
  await byFile.context.setOffline(false);
  await untilShared(away);
  await goToBehindLock(page, `${app.origin}/list`);
  await assetRow(page, 'Written while away').waitFor();
  await goToBehindLock(page, `${app.origin}/register`);
  expect(await page.getByText('Kept, but not shown').count()).toBe(0);
});
