import type { Page } from 'playwright';
import { beforeAll, expect, test } from 'vitest';
import { qrCode } from '#formats/qr-code.ts';
import { expectNoForeignRequests, shoot } from './support/expectations.ts';
import { hubAndPhones } from './support/hub-and-phones.ts';
import { chooseLock } from './support/lock-steps.ts';
import { findingsHere } from './support/looks.ts';
import type { Phone } from './support/open-phone.ts';
import { drawCode, scanPicture } from './support/picture-of-code.ts';
import type { RunningApp } from './support/start-app.ts';
import { addAsset, assetRow, control, startRegister } from './support/steps.ts';

const stage = hubAndPhones('codes');

let app: RunningApp;
let anns: Phone;
let bos: Phone;

beforeAll(async () => {
  app = await stage.start();
  anns = await stage.phone({ width: 320, height: 568 });
  bos = await stage.phone();
});

const sharing = (page: Page) => page.getByRole('status', { name: 'Sharing' });
const inviteCode = (page: Page) =>
  page.getByRole('img', { name: 'Invite to this register as a code' });

/** Of a code that somebody else shows. */
async function pictureOfCode(text: string): Promise<Buffer> {
  const page = await anns.context.newPage();
  const picture = await drawCode(page, qrCode(text));
  await page.close();
  return picture;
}

test('sharing is set up with an address that was scanned; an invite or a Wi-Fi changes nothing', async () => {
  const { page } = anns;
  await page.goto(app.origin);
  await startRegister(page);
  await addAsset(page, { kind: 'Places', name: 'Chatty bench' });
  await page.goto(`${app.origin}/share`);
  const address = control(page, 'textbox', 'Hub address');
  await address.fill('book.example.org');
  await scanPicture(page, await pictureOfCode('WIFI:T:WPA;S:Cafe;P:secret;;'));
  await page.getByText('That is the code of a Wi-Fi.').waitFor();
  await scanPicture(page, await pictureOfCode(`${app.origin}/join#v=1&r=1`));
  await page.getByText('That code is an invite.').waitFor();
  await shoot(page, 'codes-set-up');
  expect(await findingsHere(page, 'set up')).toEqual([]);
  await page.setViewportSize({ width: 320, height: 568 });
  expect(await address.inputValue()).toBe('book.example.org');
  await scanPicture(page, await pictureOfCode(`${app.origin}/`));
  await page.getByText(`The code says ${new URL(app.origin).host}.`).waitFor();
  expect(await address.inputValue()).toBe(app.origin);
  await control(page, 'button', 'Set up sharing').click();
  await chooseLock(page);
  await sharing(page).getByText('All shared').waitFor();
});

let drawn: Buffer;

test('an invite is drawn so that another phone can read it, on 320 px and in the dark too', async () => {
  const { page } = anns;
  await control(page, 'button', 'Invite someone').click();
  const code = inviteCode(page);
  await code.waitFor();
  const link = await control(page, 'textbox', 'Invite link').inputValue();
  await code.scrollIntoViewIfNeeded();
  await shoot(page, 'codes-invite');
  expect(await findingsHere(page, 'invite')).toEqual([]);
  await page.setViewportSize({ width: 320, height: 568 });
  await page.evaluate(() => {
    document.documentElement.dataset['theme'] = 'dark';
  });
  const box = await code.boundingBox();
  expect((box?.width ?? 0) / qrCode(link).length).toBeGreaterThanOrEqual(3);
  drawn = await code.screenshot();
});

test('codes that are no invite are named, and what was typed stays', async () => {
  const { page } = bos;
  await page.goto(`${app.origin}/join`);
  await control(page, 'textbox', 'Your name').fill('Bo');
  await control(page, 'textbox', 'Invite link').fill('https://half');
  const strays = [
    ['WIFI:T:WPA;S:Cafe;P:secret;;', 'That is the code of a Wi-Fi.'],
    ['https://shop.example/offer', 'That code leads to shop.example'],
    ['BEGIN:VCARD', 'Patchbook can’t use that code.'],
    [`${app.origin}/join#v=1&r=1`, 'This is no invite, or a part of it is missing.'],
  ] as const;
  for (const [text, words] of strays) {
    await scanPicture(page, await pictureOfCode(text));
    await page.getByRole('status').filter({ hasText: words }).waitFor();
  }
  await shoot(page, 'codes-stray');
  expect(await findingsHere(page, 'stray')).toEqual([]);
  expect(await control(page, 'textbox', 'Your name').inputValue()).toBe('Bo');
  expect(await control(page, 'textbox', 'Invite link').inputValue()).toBe('https://half');
});

test('whoever scans the code is let in, all the way to the register', async () => {
  const { page } = bos;
  await scanPicture(page, drawn);
  await page.getByText('The code was read.').waitFor();
  await page.getByText('You are invited as: Member').waitFor();
  await shoot(page, 'codes-read');
  await page.getByRole('button', { name: 'Join', exact: true }).click();
  await page.getByText('Read these words to them').waitFor();
  const words = (await page.locator('[lang=en][dir=ltr]').textContent()) ?? '';
  const heard = anns.page.getByRole('radio', { name: words.split(' ').join(' · ') });
  await heard.check();
  await control(anns.page, 'button', 'Let them in').click();
  await page.getByText('You are in.').waitFor();
  await control(page, 'button', 'Open the register').click();
  await assetRow(page, 'Chatty bench').waitFor();
  for (const phone of [anns, bos]) expectNoForeignRequests(phone);
});
