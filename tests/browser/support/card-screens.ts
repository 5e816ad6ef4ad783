import type { Page } from 'playwright';
import { fullest } from './full-book.ts';
import { type UntilWhole, untilHeaded } from './looks.ts';

interface Screen {
  readonly address: string;
  /** What is done there before anything is looked at. */
  readonly act?: (page: Page) => Promise<void>;
  readonly untilWhole: UntilWhole;
}

const card = `/asset/${fullest}`;

/** The pseudo language keeps the words, so a part of a name finds its control in both. */
const button = (page: Page, name: string) => page.getByRole('main').getByRole('button', { name });

const untilHeading =
  (words: string): UntilWhole =>
  (page) =>
    page.getByRole('heading', { name: words }).waitFor();

const untilSave: UntilWhole = (page) => button(page, 'Save').waitFor();

const untilCard: UntilWhole = async (page) => {
  await untilHeading('Who is welcome')(page);
  await untilHeading('What is near')(page);
};

/** What is asked for stands in a list, not among the words of a closed choice. */
const row = (page: Page, words: string) =>
  page.getByRole('listitem').filter({ hasText: words }).first();

async function fillIn(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Places' }).check();
  await page.getByRole('textbox', { name: 'Name' }).fill('Chatty bench by the canal');
  await button(page, 'Type an address').click();
  await page.getByRole('textbox', { name: 'Street' }).fill('Temple Street');
}

async function saveUnnamed(page: Page): Promise<void> {
  await fillIn(page);
  await page.getByRole('textbox', { name: 'Name' }).fill('');
  await button(page, 'Save').click();
}

const untilProblem: UntilWhole = (page) => page.locator('[aria-invalid="true"]').waitFor();

async function lookForNothing(page: Page): Promise<void> {
  await row(page, 'Bench 1').waitFor();
  await page.getByRole('searchbox').fill('zzzzzz');
}

const untilBench: UntilWhole = (page) => row(page, 'Bench 1').waitFor();
const untilNone: UntilWhole = (page) => row(page, 'Bench 1').waitFor({ state: 'detached' });

const screens = {
  'a full card': { address: card, untilWhole: untilCard },
  'its edit': { address: `${card}/edit`, untilWhole: untilSave },
  'its history': { address: `${card}/history`, untilWhole: untilHeading('Who looks after it') },
  'its connect': { address: `${card}/connect`, untilWhole: untilBench },
  'its happens': { address: `${card}/happens`, untilWhole: untilSave },
  'add filled in': { address: '/add', act: fillIn, untilWhole: untilSave },
  'add with problems': { address: '/add', act: saveUnnamed, untilWhole: untilProblem },
  'a long list': { address: '/list', untilWhole: untilBench },
  'a list with nothing found': { address: '/list', act: lookForNothing, untilWhole: untilNone },
} as const satisfies Readonly<Record<string, Screen>>;

export type ScreenName = keyof typeof screens;
export const screenNames = Object.keys(screens) as readonly ScreenName[];

/** Opens a screen at the size the page has now; what comes back waits until it is whole again. */
export async function openScreen(
  page: Page,
  origin: string,
  name: ScreenName,
  locale = 'en-GB',
): Promise<UntilWhole> {
  const { address, act, untilWhole }: Screen = screens[name];
  await page.goto(`${origin}${address}?locale=${locale}`);
  await untilHeaded(page);
  await act?.(page);
  await untilWhole(page);
  return untilWhole;
}
