import { afterEach, beforeEach, expect, test } from 'vitest';
import { drawsMaps, withoutWebGl } from '../support/chromium.ts';
import { expectQuiet, shoot } from './support/expectations.ts';
import { keepPack, mapRegion } from './support/kept-pack.ts';
import { hasWebGl, openPhone, type Phone, type PhoneOptions } from './support/open-phone.ts';
import { ground } from './support/real-or-made-up.ts';
import { type RunningApp, startApp } from './support/start-app.ts';
import { addAsset, control, openCard, startRegister } from './support/steps.ts';

let app: RunningApp;
let phone: Phone;

beforeEach(async () => {
  app = await startApp();
});
afterEach(async () => {
  await phone?.close();
  await app?.stop();
});

async function openMap(options: PhoneOptions = {}): Promise<void> {
  phone = await openPhone(options);
  await phone.page.goto(app.origin);
  await startRegister(phone.page);
  await addAsset(phone.page, { kind: 'Places', name: 'Reading Room' });
  await phone.page.goto(`${app.origin}/map`);
  await control(phone.page, 'button', 'Use my location').waitFor();
}

const said = (words: string) => phone.page.getByText(words).filter({ visible: true }).first();

test('a phone that will not say where it is tells so in words, and the map stays', async () => {
  await openMap();
  const { page } = phone;
  if (drawsMaps) await mapRegion(page).locator('canvas').waitFor();
  await control(page, 'button', 'Use my location').click();
  await said('This phone may not tell where you are').waitFor();
  await shoot(page, 'map-location-refused');
  expectQuiet(phone);
});

test('a browser that cannot draw the map says so, and the list below does the same', async () => {
  await openMap({ flags: [withoutWebGl] });
  const { page } = phone;
  expect(await hasWebGl(page)).toBe(false);
  await said('This browser cannot draw the map.').waitFor();
  await said('Reading Room').waitFor();
  expect(await control(page, 'button', 'Zoom').count()).toBe(0);
  await shoot(page, 'map-no-drawing');
  expect(phone.foreignHosts).toEqual([]);
});

test('without a map a thing is placed, found by where it is, and moved, all by words', async () => {
  await openMap({ flags: [withoutWebGl], geolocation: ground.at });
  const { page } = phone;
  expect(await hasWebGl(page)).toBe(false);
  await keepPack(page, app.origin);
  await page.goto(`${app.origin}/map`);
  await control(page, 'button', 'Use my location').click();
  await said('You are here').waitFor();

  await page.goto(`${app.origin}/list`);
  await openCard(page, 'Reading Room');
  await control(page, 'button', 'Edit').click();
  await control(page, 'button', 'Use my location').first().click();
  await control(page, 'button', 'Move it on the map').click();
  const picker = page.getByRole('dialog', { name: 'Place on the map' });
  const pad = picker.getByRole('application');
  await expect.poll(() => pad.evaluate((one) => one === document.activeElement)).toBe(true);
  await shoot(page, 'place-no-drawing');
  for (const key of ['ArrowUp', 'Shift+ArrowUp', 'ArrowRight', 'ArrowLeft'])
    await page.keyboard.press(key);
  await picker.getByText('about 100 m to the north').waitFor();
  await page.keyboard.press('Enter');
  await picker.waitFor({ state: 'detached' });
  await control(page, 'button', 'Save').click();
  await control(page, 'link', 'Map').click();
  await said('Reading Room').waitFor();
  expect(phone.foreignHosts).toEqual([]);
});
