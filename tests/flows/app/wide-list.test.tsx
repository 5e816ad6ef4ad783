import { use } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { navigate } from 'wouter/use-browser-location';
import { Screens } from '#app/screens.tsx';
import { ListScreen } from '#features/list/list-screen.tsx';
import { Navigation } from '#ui/link.tsx';
import { openTestRegister, type TestRegister } from '../../support/open-test-register.tsx';
import { closeQuietly } from '../features/card/card-stage.tsx';
import { neighbours } from '../features/card/neighbours.ts';

vi.setConfig({ testTimeout: 60_000 });

let stage: TestRegister;
beforeEach(async () => {
  await page.viewport(1300, 800);
  stage = await openTestRegister();
  await neighbours(stage.opened.services.book);
});
afterEach(() => closeQuietly(stage));

/** The list as it stands in the page, and whether it has ever been out of sight since. */
async function watchedList() {
  const list = page.getByRole('list', { name: 'Assets' });
  await expect.element(list).toBeVisible();
  const element = list.element() as HTMLElement;
  let blinks = 0;
  const look = () => {
    if (!element.isConnected || !element.checkVisibility()) blinks += 1;
  };
  new MutationObserver(look).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
  });
  return { blinks: () => blinks };
}

const open = async (name: string) => {
  const list = page.getByRole('list', { name: 'Assets' });
  await userEvent.click(list.getByRole('link', { name: new RegExp(`^${name}`) }));
  await expect.element(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect.element(page.getByRole('heading', { level: 1, name })).toHaveFocus();
};

it('the list stands still while cards come and go beside it', async () => {
  navigate('/list');
  await stage.show(
    <Navigation value={navigate}>
      <Screens />
    </Navigation>,
  );
  const { blinks } = await watchedList();
  // It comes late and moves the rows below it: a click before that may miss.
  await expect.element(page.getByText('Keep it safe on this phone?')).toBeVisible();
  await open('Pill Library');
  await open('Pill Growers');
  navigate('/list');
  await expect
    .element(page.getByRole('heading', { level: 1, name: 'Pill Growers' }))
    .not.toBeInTheDocument();
  expect(blinks()).toBe(0);
});

const News = ({ words }: { readonly words: Promise<string> }) => <p>{use(words)}</p>;

it('the list stands still while what is said above it still looks for its words', async () => {
  let bring: (words: string) => void = () => {};
  const words = new Promise<string>((settle) => {
    bring = settle;
  });
  await stage.show(<ListScreen news={<News words={words} />} />);
  const { blinks } = await watchedList();
  bring('Keep this safe');
  await expect.element(page.getByText('Keep this safe')).toBeVisible();
  expect(blinks()).toBe(0);
});
