import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectQuiet, shoot } from './support/expectations.ts';
import type { Phone } from './support/open-phone.ts';
import { draftText } from './support/raw-storage.ts';
import { type RunningApp, startApp } from './support/start-app.ts';
import { addAsset, assetRow, control, openCard } from './support/steps.ts';
import { openTwoTabs, writeAtOnce } from './support/two-tabs.ts';

let app: RunningApp;
let phone: Phone;
let left: Page;
let right: Page;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

beforeEach(async () => {
  const tabs = await openTwoTabs(app.origin);
  phone = tabs.phone;
  [left, right] = tabs.pages;
});
afterEach(() => phone.close());

const restored = 'Nothing was lost. Carry on where you were.';

/** Opens the form and types; done when the words have reached the disk. */
async function beginAdding(page: Page, words: string): Promise<void> {
  await control(page, 'button', 'Add').click();
  await control(page, 'radio', 'Places').click();
  await control(page, 'textbox', 'Name').pressSequentially(words);
  await onDisk(page, words);
}

const onDisk = (page: Page, words: string) => expect.poll(() => draftText(page)).toContain(words);

const typed = (page: Page) => control(page, 'textbox', 'Name').inputValue();

describe('two tabs at once', () => {
  test('write fifteen each: thirty in both, and after a cold start', async () => {
    phone = await writeAtOnce({ phone, pages: [left, right] }, app.origin, 15);
  }, 240_000);

  test('each add form has words of its own, and saves them', async () => {
    await beginAdding(left, 'Bench by the ca');
    await beginAdding(right, 'Shop on the co');
    await control(left, 'textbox', 'Name').pressSequentially('nal');
    await control(right, 'textbox', 'Name').pressSequentially('rner');
    expect([await typed(left), await typed(right)]).toEqual([
      'Bench by the canal',
      'Shop on the corner',
    ]);
    await control(left, 'button', 'Nowhere yet').click();
    await control(left, 'button', 'Save').click();
    await assetRow(left, 'Bench by the canal').waitFor();
    // A window that lies behind another one has slower clocks: it writes a second later.
    await onDisk(right, 'Shop on the corner');
    await right.reload();
    await right.getByText(restored).waitFor();
    expect(await typed(right)).toBe('Shop on the corner');
    await control(right, 'button', 'Nowhere yet').click();
    await control(right, 'button', 'Save').click();
    await assetRow(left, 'Shop on the corner').waitFor();
    expectQuiet(phone);
  });

  test('both killed in the middle of a word: the list offers both again', async () => {
    await beginAdding(left, 'Bench by the ca');
    await beginAdding(right, 'Shop on the co');
    phone = await phone.kill();
    await phone.page.goto(app.origin);
    await phone.page.getByText('You were adding “Bench by the ca”.').waitFor();
    await phone.page.getByText('You were adding “Shop on the co”.').waitFor();
    await shoot(phone.page, 'two-tabs-left');
    await control(phone.page, 'link', 'Carry on').last().click();
    await phone.page.getByText(restored).waitFor();
    expect(await typed(phone.page)).toBe('Bench by the ca');

    const second = await phone.context.newPage();
    await second.goto(`${app.origin}/add`);
    await second.getByText(restored).waitFor();
    expect(await typed(second)).toBe('Shop on the co');
    expectQuiet(phone);
  });

  test('a tab that is closed leaves its words to the other, which never takes them before', async () => {
    await beginAdding(left, 'Bench by the ca');
    await control(right, 'button', 'Add').click();
    expect(await typed(right)).toBe('');
    await control(right, 'button', 'Close').click();
    expect(await right.getByText('You were adding').count()).toBe(0);
    await left.close();
    await right.bringToFront();
    await right.evaluate(() => dispatchEvent(new Event('focus')));
    await right.getByText('You were adding “Bench by the ca”.').waitFor();
    expectQuiet(phone);
  });

  test('editing one card: neither writes over what the other typed', async () => {
    await addAsset(left, { kind: 'Places', name: 'Reading Room' });
    for (const page of [left, right]) {
      await openCard(page, 'Reading Room');
      await control(page, 'button', 'Edit').click();
    }
    await control(left, 'textbox', 'Name').fill('Old Reading Ro');
    await onDisk(left, 'Old Reading Ro');
    await control(right, 'textbox', 'Name').fill('New Reading Ro');
    await onDisk(right, 'New Reading Ro');
    expect(await draftText(left)).toContain('Old Reading Ro');
    const card = new URL(left.url()).pathname.replace('/edit', '');

    phone = await phone.kill();
    await phone.page.goto(`${app.origin}${card}`);
    for (const words of ['New Reading Ro', 'Old Reading Ro']) {
      await phone.page.getByText('You have unsaved changes.').waitFor();
      await control(phone.page, 'button', 'Carry on').click();
      await phone.page.getByText(restored).waitFor();
      expect(await typed(phone.page)).toBe(words);
      await control(phone.page, 'button', 'Save').click();
      await phone.page.getByRole('heading', { level: 1, name: words }).waitFor();
    }
    expectQuiet(phone);
  });
});
