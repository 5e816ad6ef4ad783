import type { Page } from 'playwright';
import { expect } from 'vitest';
import { documentCounts } from './document-count.ts';
import { expectQuiet } from './expectations.ts';
import { openPhone, type Phone } from './open-phone.ts';
import { addAsset, control, type KindWords, startRegister } from './steps.ts';

export interface TwoTabs {
  readonly phone: Phone;
  readonly pages: readonly [Page, Page];
}

/** In a window of its own: a tab behind another one is drawn, and so pressed, once a second. */
export async function openBeside({ context, page }: Phone): Promise<Page> {
  const opened = context.waitForEvent('page');
  await page.evaluate(() => void open('about:blank', '_blank', 'popup,noopener'));
  return opened;
}

/** One phone with a register of its own, open in two tabs. */
export async function openTwoTabs(origin: string): Promise<TwoTabs> {
  const phone = await openPhone();
  await phone.page.goto(origin);
  await startRegister(phone.page);
  const second = await openBeside(phone);
  await second.goto(`${origin}/list`);
  await control(second, 'button', 'Add').waitFor();
  return { phone, pages: [phone.page, second] };
}

const kinds: readonly KindWords[] = ['Places', 'Groups', 'Organisations'];

export const namesOfSome = (who: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${who} ${at + 1} of ${count}`);

export async function addSome(page: Page, who: string, count: number): Promise<void> {
  for (const [at, name] of namesOfSome(who, count).entries())
    await addAsset(page, { kind: kinds[at % kinds.length] ?? 'Places', name });
}

const listSays = async (page: Page, count: number): Promise<void> => {
  await control(page, 'link', 'List').click();
  await page.getByText(`${count} here`, { exact: true }).waitFor();
};

/** Both write the same number at once; all of them are there, before and after a cold start. */
export async function writeAtOnce(tabs: TwoTabs, origin: string, each: number): Promise<Phone> {
  const { phone, pages } = tabs;
  const [left, right] = pages;
  const before = await documentCounts(left);
  await Promise.all([addSome(left, 'Left', each), addSome(right, 'Right', each)]);
  await Promise.all(pages.map((page) => listSays(page, 2 * each)));
  expectQuiet(phone);

  const again = await phone.restart();
  await again.page.goto(`${origin}/list`);
  await listSays(again.page, 2 * each);
  const after = await documentCounts(again.page);
  const grown = Object.keys(after).map((name) => (after[name] ?? 0) - (before[name] ?? 0));
  expect(grown.sort((a, b) => a - b)).toEqual([0, 2 * each]);
  expectQuiet(again);
  return again;
}
