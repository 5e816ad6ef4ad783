import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { expectQuiet, shoot, untilKept } from './support/expectations.ts';
import { openPhone, type Phone } from './support/open-phone.ts';
import { draftText } from './support/raw-storage.ts';
import { type RunningApp, startApp } from './support/start-app.ts';
import { addAsset, control, openCard, startRegister } from './support/steps.ts';

/** Promised is half a second; a busy machine and a look from outside get their share on top. */
const generous = { timeout: 1500, interval: 20 };

let app: RunningApp;
let phone: Phone;
let page: Page;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

beforeEach(async () => {
  phone = await openPhone();
  page = phone.page;
  await page.goto(app.origin);
  await startRegister(page);
});
afterEach(() => phone.close());

describe('the phone goes off in the middle of a word', () => {
  test('while adding: the same question with the same text, and a sentence', async () => {
    await control(page, 'button', 'Add').click();
    await control(page, 'radio', 'Places').click();
    await typeAndKill('textbox', 'Name', 'Chatty bench by the ca');

    await page.goto(`${app.origin}/add`);
    await page.getByText('Nothing was lost. Carry on where you were.').waitFor();
    const name = control(page, 'textbox', 'Name');
    expect(await name.inputValue()).toBe('Chatty bench by the ca');
    expect(await control(page, 'radio', 'Places').isChecked()).toBe(true);
    await expect.poll(() => name.evaluate((box) => box === document.activeElement)).toBe(true);
    await shoot(page, 'never-lose-add');
    expectQuiet(phone);
  });

  test('while adding: the list asks whether to carry on', async () => {
    await control(page, 'button', 'Add').click();
    await control(page, 'radio', 'Groups').click();
    await typeAndKill('textbox', 'Name', 'Thursday kni');

    await page.goto(app.origin);
    await page.getByText('You were adding “Thursday kni”.').waitFor();
    await shoot(page, 'never-lose-list');
    await control(page, 'link', 'Carry on').click();
    expect(await control(page, 'textbox', 'Name').inputValue()).toBe('Thursday kni');
    expectQuiet(phone);
  });

  test('while adding without a network, from a cold browser', async () => {
    await untilKept(page);
    await control(page, 'button', 'Add').click();
    await control(page, 'radio', 'People').click();
    await typeAndKill('textbox', 'In their own words', 'fixes any bi');

    await phone.context.setOffline(true);
    await page.goto(`${app.origin}/add`);
    await page.getByText('Nothing was lost. Carry on where you were.').waitFor();
    const gift = control(page, 'textbox', 'In their own words');
    expect(await gift.inputValue()).toBe('fixes any bi');
    expectQuiet(phone);
  });

  test('while editing: the same text, and a sentence', async () => {
    await addAsset(page, { kind: 'Places', name: 'Reading Room' });
    await openCard(page, 'Reading Room');
    const card = new URL(page.url()).pathname;
    await control(page, 'button', 'Edit').click();
    await typeAndKill('textbox', 'Name', 'Old Reading Ro');

    await page.goto(`${app.origin}${card}`);
    await page.getByText('You have unsaved changes.').waitFor();
    await control(page, 'button', 'Carry on').click();
    await page.getByText('Nothing was lost. Carry on where you were.').waitFor();
    expect(await control(page, 'textbox', 'Name').inputValue()).toBe('Old Reading Ro');
    await shoot(page, 'never-lose-edit');
    expectQuiet(phone);
  });
});

/** Key by key, as a person does; killed as soon as the words have reached the disk. */
async function typeAndKill(role: 'textbox', field: string, words: string): Promise<void> {
  await control(page, role, field).fill('');
  await control(page, role, field).pressSequentially(words);
  const start = performance.now();
  await expect.poll(() => draftText(page), generous).toContain(words);
  console.info(`“${words}” was on disk ${Math.round(performance.now() - start)} ms after its key`);
  expectQuiet(phone);
  phone = await phone.kill();
  page = phone.page;
}
