import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectQuiet } from './support/expectations.ts';
import { openPhone, type Phone } from './support/open-phone.ts';
import { burn, databaseNames, empty, rawText } from './support/raw-storage.ts';
import { type RunningApp, startApp } from './support/start-app.ts';
import {
  addAsset,
  assetRow,
  assets,
  control,
  type NewAsset,
  openCard,
  pageHeading,
  startRegister,
} from './support/steps.ts';

/** Words that stand nowhere in the app itself, so that a find is a find. */
const typed = {
  register: 'Quillhaven',
  me: 'Mairwenna',
  bench: 'Zephyrbank',
  choir: 'Larkspurrow',
  library: 'Bramblewick',
  shop: 'Copperjay',
  tale: 'Fogmaiden',
  friend: 'Dafyddon',
  gift: 'whistlecarving',
  street: 'Umberlode',
} as const;

const made: readonly NewAsset[] = [
  { kind: 'Groups', name: `${typed.choir} Choir` },
  { kind: 'Organisations', name: `${typed.library} Library`, street: `${typed.street} Street` },
  { kind: 'Sharing & trade', name: `${typed.shop} Swap Shop` },
  { kind: 'Stories', name: `The ${typed.tale} of the docks` },
  { kind: 'People', name: typed.friend, gift: typed.gift },
];
const bench = `${typed.bench} bench`;
const choir = `${typed.choir} Choir`;

let app: RunningApp;
let phone: Phone;
let page: Page;
let register: string;
const cards: string[] = [];

beforeAll(async () => {
  app = await startApp();
  phone = await openPhone({ geolocation: { latitude: 51.5789, longitude: -2.9921 } });
  page = phone.page;
  await page.goto(app.origin);
  await startRegister(page, { name: typed.register, yourName: typed.me });
  await addBench();
  for (const asset of made) await addAsset(page, asset);
  await connectChoirToBench();
  for (const name of [bench, ...made.map((asset) => asset.name)]) {
    await control(page, 'link', 'List').click();
    await openCard(page, name);
    cards.push(new URL(page.url()).pathname);
  }
  register = await openRegister();
});
afterAll(async () => {
  await phone?.close();
  await app?.stop();
});

test('with the catalogue deleted under the running app every screen says the same again', async () => {
  const [before, after] = await aroundOneDay(() => burn(page, `pb-${register}-catalogue`));
  expect(before['/list']).toContain(bench);
  expect(before['/map']).toContain(bench);
  expect(before['/connections']).toContain(bench);
  expect(after).toEqual(before);
  expectQuiet(phone);
});

test('with every row of it gone, its place marks too, every screen says the same again', async () => {
  const [before, after] = await aroundOneDay(() => empty(page, `pb-${register}-catalogue`));
  expect(after).toEqual(before);
  expectQuiet(phone);
});

test('after that search still finds by a word typed wrong', async () => {
  await empty(page, `pb-${register}-catalogue`);
  await page.goto(`${app.origin}/list`);
  await control(page, 'searchbox', 'Search').fill('larkspurow');
  await assetRow(page, choir).waitFor();
  await assetRow(page, bench).waitFor({ state: 'detached' });
});

test('the raw register holds none of the typed words; the catalogue holds them', async () => {
  const words = Object.values(typed).map((word) => word.toLowerCase());
  const names = await databaseNames(page);
  const sealed = names.filter((name) => name.startsWith('_pouch_'));
  expect(sealed).toHaveLength(2);
  const raw = (await Promise.all(sealed.map((name) => rawText(page, name)))).join('\n');
  expect(raw.length).toBeGreaterThan(5000);
  expect(words.filter((word) => raw.toLowerCase().includes(word))).toEqual([]);
  const read = (await rawText(page, `pb-${register}-catalogue`)).toLowerCase();
  for (const word of [typed.bench, typed.choir, typed.street]) {
    expect(read).toContain(word.toLowerCase());
  }
});

async function addBench(): Promise<void> {
  await control(page, 'button', 'Add').click();
  await control(page, 'radio', 'Places').click();
  await control(page, 'textbox', 'Name').fill(bench);
  await control(page, 'button', 'Use my location').click();
  await page.getByText('Here, within').waitFor();
  await control(page, 'button', 'Save').click();
  await assetRow(page, bench).waitFor();
}

async function connectChoirToBench(): Promise<void> {
  await openCard(page, choir);
  await control(page, 'button', 'Connect').click();
  await control(page, 'searchbox', 'Search').fill(typed.bench);
  await control(page, 'button', bench).click();
  await control(page, 'radio', `${choir} meets at ${bench}`).click();
  await control(page, 'button', 'Save').click();
  await pageHeading(page, choir).waitFor();
}

type Said = Readonly<Record<string, string>>;

/** All screens before and after; cards say "today", so once more where midnight came between. */
async function aroundOneDay(act: () => Promise<void>): Promise<readonly [Said, Said]> {
  const day = new Date().toDateString();
  const before = await everyScreen();
  await act();
  const after = await everyScreen();
  return new Date().toDateString() === day ? [before, after] : aroundOneDay(act);
}

/** Each screen opened anew, once its words have come. */
async function everyScreen(): Promise<Said> {
  const said: Record<string, string> = {};
  const ready: readonly (readonly [string, () => Promise<void>])[] = [
    ['/list', () => page.getByText(`${made.length + 1} here`).waitFor()],
    ['/map', () => page.getByRole('list', { name: 'What is in view' }).waitFor()],
    ['/connections', () => page.getByText(bench).first().waitFor()],
    ['/register', () => control(page, 'textbox', 'Name of your neighbourhood').waitFor()],
    ...cards.map((card) => [card, untilCard] as const),
  ];
  for (const [address, until] of ready) {
    await page.goto(app.origin + address);
    await until();
    said[address] = await settledText();
  }
  return said;
}

const untilCard = (): Promise<void> =>
  page.getByRole('heading', { name: 'Look after this card' }).waitFor();

/** What stands in the main part once it has stopped changing. */
async function settledText(): Promise<string> {
  let last = '';
  await expect
    .poll(
      async () => {
        const before = last;
        last = (await page.getByRole('main').allInnerTexts()).join();
        return last === before;
      },
      { interval: 400, timeout: 15_000 },
    )
    .toBe(true);
  return last;
}

async function openRegister(): Promise<string> {
  const name = (await databaseNames(page)).find((each) => /^pb-.+-catalogue$/.test(each)) ?? '';
  await page.goto(app.origin);
  await assets(page).waitFor();
  return name.replace(/^pb-|-catalogue$/g, '');
}
