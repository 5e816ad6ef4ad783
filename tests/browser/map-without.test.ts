import { afterEach, beforeEach, expect, test } from 'vitest';
import { expectQuiet, shoot } from './support/expectations.ts';
import { openPhone, type Phone } from './support/open-phone.ts';
import { type RunningApp, startApp } from './support/start-app.ts';
import { addAsset, control, startRegister } from './support/steps.ts';

let app: RunningApp;
let phone: Phone;

beforeEach(async () => {
  app = await startApp();
});
afterEach(async () => {
  await phone?.close();
  await app?.stop();
});

async function openMap(flags: readonly string[] = []): Promise<void> {
  phone = await openPhone({ flags });
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
  await page.locator('canvas').waitFor();
  await control(page, 'button', 'Use my location').click();
  await said('This phone may not tell where you are').waitFor();
  await shoot(page, 'map-location-refused');
  expectQuiet(phone);
});

test('a browser that cannot draw the map says so, and the list below does the same', async () => {
  await openMap(['--disable-3d-apis']);
  const { page } = phone;
  await said('This browser cannot draw the map.').waitFor();
  await said('Reading Room').waitFor();
  expect(await control(page, 'button', 'Zoom').count()).toBe(0);
  await shoot(page, 'map-no-drawing');
  expect(phone.foreignHosts).toEqual([]);
});
