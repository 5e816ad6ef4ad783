import type { Page } from 'playwright';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { drawsMaps } from '../support/chromium.ts';
import { expectQuiet, shoot, untilKept } from './support/expectations.ts';
import { mapRegion, untilDrawn } from './support/kept-pack.ts';
import { findingsHere } from './support/looks.ts';
import { openPhone, type Phone } from './support/open-phone.ts';
import { databaseNames } from './support/raw-storage.ts';
import { type RunningApp, startApp } from './support/start-app.ts';
import {
  assetRow,
  assets,
  control,
  openCard,
  pageHeading,
  startRegister,
} from './support/steps.ts';

const place = 'Pont Dychmyg (made up)';
const said = 'Made up: nothing here is real.';

let app: RunningApp;
let phone: Phone;
let page: Page;

beforeEach(async () => {
  app = await startApp();
  phone = await openPhone();
  page = phone.page;
  await page.goto(app.origin);
});
afterEach(async () => {
  await phone?.close();
  await app?.stop();
});

async function look(): Promise<void> {
  await control(page, 'button', 'Look around').click();
  await pageHeading(page, place).waitFor();
  await page.getByText(said).waitFor();
}

/** The same screen at a desk. */
async function wide(name: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('main').waitFor();
  await shoot(page, name);
  await page.setViewportSize({ width: 360, height: 640 });
}

test('one press from the first page: list, minutes on foot, search, card, map', async () => {
  await control(page, 'button', 'Look around').waitFor();
  await shoot(page, 'look-around-first-page');
  await wide('look-around-first-page-wide');
  app.forgetRequests();
  await look();
  const asked = app.requests.map(({ url }) => url).filter((url) => url.startsWith('/demo/'));
  expect(asked).toEqual(['/demo/pont-dychmyg.json', '/demo/pont-dychmyg.pmtiles']);
  await assets(page)
    .getByText(/\d+ min/)
    .first()
    .waitFor();
  await shoot(page, 'look-around-list');
  await control(page, 'searchbox', 'Search').fill('knit and nater');
  await assetRow(page, 'Knit and Natter').waitFor();
  await openCard(page, 'Knit and Natter');
  await page.getByText('Swan Library').first().waitFor();
  await page.getByText('Joan P').first().waitFor();
  await shoot(page, 'look-around-card');
  await page.goto(`${app.origin}/list`);
  await control(page, 'searchbox', 'Search').fill('pont swans');
  await openCard(page, 'Footbridge of the Swans');
  await page
    .getByRole('img', { name: /Three swans/ })
    .first()
    .waitFor();
  await shoot(page, 'look-around-picture');
  await page.goto(`${app.origin}/map`);
  await untilDrawn(mapRegion(page));
  // Where no streets can be drawn, there is nobody's map to name.
  if (drawsMaps)
    await page.getByText('Made up: nothing here is real').first().waitFor({ state: 'attached' });
  await shoot(page, 'look-around-map');
  await wide('look-around-map-wide');
  await page.goto(`${app.origin}/list`);
  await control(page, 'searchbox', 'Search').fill('');
  await assetRow(page, 'Bus stop').waitFor();
  await page.setViewportSize({ width: 1280, height: 800 });
  await untilDrawn(mapRegion(page));
  await shoot(page, 'look-around-list-wide');
  expectQuiet(phone);
});

test('a stranger’s walk: over the river is further than it looks', async () => {
  await look();
  await control(page, 'searchbox', 'Search').fill('Old phone box');
  await control(page, 'searchbox', 'Search').fill('Farside Hall');
  await openCard(page, 'Farside Hall');
  await page
    .getByText(/minutes on foot/)
    .first()
    .waitFor();
  const words = await page
    .getByText(/minutes on foot/)
    .first()
    .textContent();
  expect(Number(/(\d+) minutes/.exec(words ?? '')?.[1])).toBeGreaterThan(12);
});

test('from a cold browser with no server it is all there, and can be written in', async () => {
  await untilKept(page);
  await look();
  phone = await phone.restart();
  page = phone.page;
  app.forgetRequests();
  await app.stop();
  await page.goto(`${app.origin}/list`);
  await page.getByText(said).waitFor();
  await assets(page)
    .getByText(/\d+ min/)
    .first()
    .waitFor();
  await page.goto(`${app.origin}/map`);
  await untilDrawn(mapRegion(page));
  await page.goto(`${app.origin}/list`);
  await openCard(page, 'Bus stop on the Square');
  await control(page, 'button', 'Edit')
    .or(control(page, 'link', 'Edit'))
    .first()
    .click();
  await control(page, 'textbox', 'Name').fill('Bus stop with a roof');
  await control(page, 'button', 'Save').click();
  await pageHeading(page, 'Bus stop with a roof').waitFor();
  expect(app.requests).toEqual([]);
  expectQuiet(phone);
});

describe('with no signal', () => {
  test('says so, and the way to one’s own register is open', async () => {
    await untilKept(page);
    await app.stop();
    await phone.context.setOffline(true);
    await control(page, 'button', 'Look around').click();
    await page.getByRole('alert').getByText('There is no signal just now').waitFor();
    await shoot(page, 'look-around-no-signal');
    expect(await findingsHere(page, 'no signal')).toEqual([]);
    await control(page, 'link', 'Start your own register').click();
    await startRegister(page);
    expect(phone.foreignHosts).toEqual([]);
  });
});

describe('leaving it', () => {
  test('thrown away, nothing of it stays on the phone', async () => {
    await control(page, 'button', 'Look around').waitFor();
    const before = await databaseNames(page);
    await look();
    expect(await findingsHere(page, 'made-up list')).toEqual([]);
    await control(page, 'link', 'Leave it').click();
    await page.setViewportSize({ width: 360, height: 640 });
    await page.getByText('Where it reaches').waitFor();
    await shoot(page, 'look-around-register');
    expect(await findingsHere(page, 'made-up register')).toEqual([]);
    await control(page, 'button', 'Throw it away').click();
    await page.getByRole('dialog').waitFor();
    await shoot(page, 'look-around-throw-away');
    expect(await findingsHere(page, 'throw away')).toEqual([]);
    await page.getByRole('dialog').getByRole('button', { name: 'Throw it away' }).click();
    await control(page, 'button', 'Start a register').waitFor();
    expect(await databaseNames(page)).toEqual(before);
    expect(before).toEqual(['pb-device']);
    expectQuiet(phone);
  });

  test('in one tab sends the other to the first page', async () => {
    await look();
    const other = await phone.context.newPage();
    await other.goto(`${app.origin}/list`);
    await other.getByText(said).waitFor();
    await page.goto(`${app.origin}/register`);
    await control(page, 'button', 'Throw it away').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Throw it away' }).click();
    await control(page, 'button', 'Start a register').waitFor();
    await control(other, 'button', 'Start a register').waitFor();
    expect(await databaseNames(other)).toEqual(['pb-device']);
  });

  test('for a register of one’s own, and back by the same door', async () => {
    await look();
    await control(page, 'link', 'Start your own register').click();
    await startRegister(page);
    expect(await page.getByText(said).count()).toBe(0);
    await page.goto(`${app.origin}/look-around`);
    await control(page, 'button', 'Open it again').click();
    await pageHeading(page, place).waitFor();
    await page.goto(`${app.origin}/register`);
    await page.getByRole('button', { name: 'Rivermouth' }).waitFor();
    expectQuiet(phone);
  });
});
