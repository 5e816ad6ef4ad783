import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { screenAddresses } from '../../src/base/screen-addresses.ts';
import { drawsMaps } from '../support/chromium.ts';
import { expectNoForeignRequests, expectQuiet, shoot, untilKept } from './support/expectations.ts';
import { keepPack, mapRegion, untilDrawn } from './support/kept-pack.ts';
import { openPhone, type Phone } from './support/open-phone.ts';
import { ground } from './support/real-or-made-up.ts';
import { type RunningApp, startApp } from './support/start-app.ts';
import { addAsset, assetRow, control, openCard, startRegister } from './support/steps.ts';

type Address = (typeof screenAddresses)[number];

const later = 'There is no page here';
const bench = 'Bench kept for the dark';

/** The heading of each screen; a new address stands here before this compiles. */
const headings: Readonly<Record<Address, string>> = {
  '/': 'Rivermouth',
  '/list': 'Rivermouth',
  '/map': 'Map',
  '/door': 'Door',
  '/connections': 'Connections',
  '/more': 'More',
  '/add': 'What have you found?',
  '/asset/:id': bench,
  '/register': 'This register',
  '/import': 'Import',
  '/export': 'Export',
  '/packs': 'Map packs',
  '/join': 'Join a register',
  '/look-around': 'Look around',
  '/settings': 'Settings',
  '/help': 'Help',
  '/start': 'Patchbook',
  '/todo': 'To do',
  '/share': 'Share and invite',
  '/walks': later,
  '/casebook': later,
  '/rights': later,
  '/figures': later,
  '/meeting': later,
};

const cardParts: Readonly<Record<string, string>> = {
  edit: `Edit ${bench}`,
  history: `History of ${bench}`,
  connect: `Connect ${bench}`,
  happens: 'Something happens here',
  'as/member': bench,
  'as/team': bench,
};

let app: RunningApp;
let origin: string;
let phone: Phone;
let page: Page;
let card: string;

/** A phone that was here twice and holds a pack; then a cold browser, and no server any more. */
beforeAll(async () => {
  app = await startApp();
  origin = app.origin;
  phone = await openPhone({ geolocation: ground.at });
  page = phone.page;
  await page.goto(origin);
  await startRegister(page);
  await untilKept(page);
  await addAsset(page, { kind: 'Places', name: bench });
  await openCard(page, bench);
  card = new URL(page.url()).pathname;
  await keepPack(page, origin);
  await shoot(page, 'packs-kept');
  expectQuiet(phone);
  phone = await phone.restart();
  page = phone.page;
  app.forgetRequests();
  await app.stop();
});
afterAll(async () => {
  await phone?.close();
});

describe('from a cold browser with no server', () => {
  test('each address opens and shows its heading', async () => {
    const parts = Object.entries(cardParts).map(([part, words]) => [`${card}/${part}`, words]);
    const all = Object.entries(headings).map(([at, words]) => [
      at.replace('/asset/:id', card),
      words,
    ]);
    for (const [address = '', words = ''] of [...all, ...parts]) {
      await page.goto(origin + address);
      await page.getByRole('heading', { name: words, exact: true }).first().waitFor();
    }
    expect(all.map(([at]) => at)).toHaveLength(screenAddresses.length);
    expectUntouched();
  });

  test('something is added, found, and kept for the next cold start', async () => {
    await page.goto(`${origin}/list`);
    await addAsset(page, { kind: 'Groups', name: 'Candle Makers' });
    await control(page, 'searchbox', 'Search').fill('candel');
    await assetRow(page, 'Candle Makers').waitFor();
    await assetRow(page, bench).waitFor({ state: 'detached' });
    phone = await phone.restart();
    page = phone.page;
    await page.goto(`${origin}/list`);
    await assetRow(page, 'Candle Makers').waitFor();
    expectUntouched();
  });

  test('the map draws its streets from the pack kept before', async () => {
    await page.goto(`${origin}/map`);
    const map = mapRegion(page);
    await untilDrawn(map);
    expect(await map.getByText('Streets are missing').count()).toBe(0);
    if (drawsMaps) {
      await control(page, 'button', 'Zoom in').click();
      await control(page, 'button', 'Zoom out').click();
    }
    await shoot(page, 'offline-map');
    expectUntouched();
  });
});

describe(`${ground.words}, offline`, () => {
  test('comes in, is found in three ways, gets a neighbour, and goes again in one act', async () => {
    await page.goto(`${origin}/import`);
    await page.getByLabel('File to import').setInputFiles(ground.places);
    await control(page, 'button', 'Check file').click();
    const start = control(page, 'button', 'Import');
    await start.waitFor();
    await shoot(page, 'newport-checked');
    await start.click();
    await control(page, 'button', 'Undo import').waitFor();
    await shoot(page, 'newport-imported');

    await findBySearch();
    await findByFilter();
    await findOnMap();
    await addBeside();

    await page.goto(`${origin}/import`);
    await control(page, 'button', 'Undo import').click();
    await page.getByText('out of the book again').waitFor();
    await page.goto(`${origin}/list`);
    await assetRow(page, 'Bench beside it').waitFor();
    expect(await assetRow(page, ground.known).count()).toBe(0);
    await page.getByText('3 here').waitFor();
    expectUntouched();
  }, 300_000);
});

async function findBySearch(): Promise<void> {
  await page.goto(`${origin}/list`);
  await control(page, 'searchbox', 'Search').fill(ground.typo);
  await assetRow(page, ground.known).first().waitFor();
  await shoot(page, 'newport-search');
  await control(page, 'searchbox', 'Search').fill('');
}

async function findByFilter(): Promise<void> {
  await control(page, 'checkbox', 'Organisations').check();
  await control(page, 'searchbox', 'Search').fill('library');
  await assetRow(page, ground.known).first().waitFor();
  await assetRow(page, bench).waitFor({ state: 'detached' });
  await shoot(page, 'newport-filter');
  await wide('newport-wide-list');
  await assetRow(page, ground.known).first().getByRole('link').click();
  await page.getByRole('heading', { name: ground.known }).waitFor();
  await shoot(page, 'newport-card');
  await wide('newport-wide-card');
}

async function findOnMap(): Promise<void> {
  await page.goto(`${origin}/map`);
  await untilDrawn(mapRegion(page));
  await control(page, 'searchbox', 'Search').fill(ground.known);
  const inView = page.getByRole('list', { name: 'What is in view' });
  const everywhere = page.getByRole('button', { name: /further away$/ });
  await inView.or(everywhere).first().waitFor();
  if (await everywhere.isVisible()) await everywhere.click();
  await inView.getByRole('listitem').filter({ hasText: ground.known }).first().waitFor();
  await shoot(page, 'newport-map-search');
  await control(page, 'searchbox', 'Search').fill('');
  await untilDrawn(mapRegion(page));
  await shoot(page, 'newport-map');
  await wide('newport-wide-map');
}

async function addBeside(): Promise<void> {
  await page.goto(`${origin}/list`);
  await control(page, 'button', 'Add').click();
  await control(page, 'radio', 'Places').click();
  await control(page, 'textbox', 'Name').fill('Bench beside it');
  await control(page, 'button', 'Place on the map').click();
  const picker = page.getByRole('dialog', { name: 'Place on the map' });
  await untilDrawn(picker);
  await shoot(page, 'newport-place');
  if (drawsMaps) await picker.locator('canvas').click({ position: { x: 120, y: 120 } });
  else await picker.getByRole('button', { name: 'North' }).click();
  await control(picker, 'button', 'Put it here').click();
  await page.getByText('Placed on the map').waitFor();
  await control(page, 'button', 'Save').click();
  await page.getByText('Saved: Bench beside it').waitFor();
  await openCard(page, 'Bench beside it');
  await shoot(page, 'newport-beside');
}

/** The server is gone, so whatever was asked of it failed loudly; and nobody else was asked. */
function expectUntouched(): void {
  expect(app.requests).toEqual([]);
  expectNoForeignRequests(phone);
  expectQuiet(phone);
}

/** The same screen at a desk. */
async function wide(name: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('main').waitFor();
  await shoot(page, name);
  await page.setViewportSize({ width: 360, height: 640 });
}
