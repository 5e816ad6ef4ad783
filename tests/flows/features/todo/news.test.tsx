import '#ui/base.css';

import { afterEach, beforeEach, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ListPage } from '#app/list-page.tsx';
import type { Ref } from '#domain/record/values.ts';
import { axeTroubles, eventually } from '../../../support/open-test-register.tsx';
import { says, type TwoPhones, twoPhones, words } from './todo-stage.tsx';

let two: TwoPhones;
let knitters: Ref;
let bench: Ref;

beforeEach(async () => {
  two = await twoPhones();
  knitters = await two.add('group', { name: 'Tuesday knitters', assetType: 'assoc.hobby' });
  bench = await two.add('place', { name: 'Old bench', assetType: 'place.bench' });
});
afterEach(() => two.close());

async function away(): Promise<void> {
  await two.ben.add('place', { name: 'Warm hall', assetType: 'place.hall', share: 'members' });
  await two.ben.change(knitters, { purpose: 'Wool.', cost: 'free' });
  await two.ben.change(bench, { deleted: true });
  await two.meet();
}
const rows = () =>
  [...document.querySelectorAll('section[aria-labelledby="todo-news"] li')].map(
    ({ textContent }) => textContent,
  );

it('tells by thing what is new, changed and gone, until it was seen', async () => {
  await away();
  await two.openAt('/todo');
  await says('What changed while you were away');
  await eventually('three lines', () => rows().length === 3);
  expect(rows().join('\n')).toContain('Warm hallNew in the book · today');
  expect(rows().join('\n')).toMatch(/Tuesday knittersChanged: (Cost|.+) and .+ · today/);
  expect(rows().join('\n')).toContain('Old benchTaken out of the book · today');
  await userEvent.click(page.getByRole('button', { name: 'I have seen these' }));
  await says('Nothing waits for you');
});

it('says nothing of what one does oneself', async () => {
  const { book } = two.mine.opened.services;
  await book.change(knitters, { purpose: 'Mine.' });
  await two.meet();
  await two.openAt('/todo');
  await says('Nothing waits for you');
});

it('is one line above the list that leads there, and no line without news', async () => {
  await two.openAt('/elsewhere', {}, <ListPage />);
  await says('Tuesday knitters');
  expect(words()).not.toContain('while you were away');
  await away();
  await userEvent.click(page.getByRole('link', { name: '3 things changed while you were away' }));
  await says('What changed while you were away');
});

it.each([
  ['light', 'en-GB'],
  ['dark', 'cy'],
  ['sun', 'ar-XB'],
] as const)('axe finds nothing and nothing is cut off at 320 px, %s, %s', async (theme, locale) => {
  await page.viewport(320, 640);
  await away();
  await two.openAt('/todo', { theme, locale });
  await eventually('three lines', () => rows().length === 3);
  expect(await axeTroubles()).toEqual([]);
  const { scrollWidth, clientWidth } = document.documentElement;
  expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
});
