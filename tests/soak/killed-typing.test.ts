import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectQuiet } from '../browser/support/expectations.ts';
import { openPhone } from '../browser/support/open-phone.ts';
import { draftText } from '../browser/support/raw-storage.ts';
import { type RunningApp, startApp } from '../browser/support/start-app.ts';
import { control, startRegister } from '../browser/support/steps.ts';

const kills = 30;
const words = 'A chatty bench by the canal, where the 17 turns round and the swans come for crumbs';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app?.stop());

test(`the browser is killed ${kills} times in the middle of a word, and no word is lost`, async () => {
  let phone = await openPhone();
  await phone.page.goto(app.origin);
  await startRegister(phone.page);
  await control(phone.page, 'button', 'Add').click();
  await control(phone.page, 'radio', 'Places').click();
  const step = Math.ceil(words.length / kills);
  for (let typed = 0; typed < words.length; typed += step) {
    const { page } = phone;
    const name = control(page, 'textbox', 'Name');
    expect(await name.inputValue()).toBe(words.slice(0, typed));
    await expect.poll(() => name.evaluate((box) => box === document.activeElement)).toBe(true);
    await name.press('End');
    await name.pressSequentially(words.slice(typed, typed + step));
    await expect.poll(() => draftText(page)).toContain(words.slice(0, typed + step));
    expectQuiet(phone);
    phone = await phone.kill();
    await phone.page.goto(`${app.origin}/add`);
    await phone.page.getByText('Nothing was lost. Carry on where you were.').waitFor();
  }
  expect(await control(phone.page, 'textbox', 'Name').inputValue()).toBe(words);
  await phone.close();
});
