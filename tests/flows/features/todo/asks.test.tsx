import '#ui/base.css';

import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { ListPage } from '#app/list-page.tsx';
import type { Ref } from '#domain/record/values.ts';
import { axeTroubles, eventually } from '../../../support/open-test-register.tsx';
import { says, type TwoPhones, twoPhones, words } from './todo-stage.tsx';

let two: TwoPhones;
let knitters: Ref;

beforeEach(async () => {
  two = await twoPhones();
  knitters = await two.add('group', {
    name: 'Tuesday knitters',
    assetType: 'assoc.hobby',
    purpose: 'Wool.',
  });
});
afterEach(() => two.close());

const book = () => two.mine.opened.services.book;
const spot = (lon: number) => ({
  precision: 'exact',
  geometry: { type: 'Point', coordinates: [lon, 51.5765] },
  capturedBy: 'tap',
  capturedAt: '2026-11-01T10:00:00Z',
});

async function apart(): Promise<void> {
  await book().change(knitters, { purpose: 'Wool and tea.', location: spot(-2.99) });
  await two.ben.change(knitters, { purpose: 'Wool and cake.', location: spot(-2.991) });
  await two.meet();
}

const purposeNow = async () => {
  const read = await book().read(knitters);
  return read.ok && 'purpose' in read.value.record ? read.value.record.purpose : undefined;
};
const keep = (part: RegExp) => page.getByRole('button', { name: part });

it('is kind while nothing waits', async () => {
  await two.openAt('/todo');
  await says('Nothing waits for you');
  expect(await axeTroubles()).toEqual([]);
});

describe('two ways of saying it', () => {
  beforeEach(apart);

  it('are counted in More', async () => {
    await two.openAt('/more');
    await says('2 things want your eye');
    await userEvent.click(page.getByRole('link', { name: /^To do/ }));
    await says('2 things said in two ways');
  });

  it('are one line above the list that leads to them', async () => {
    await two.openAt('/elsewhere', {}, <ListPage />);
    await userEvent.click(page.getByRole('link', { name: '2 things said in two ways' }));
    await says('Wool and tea.');
  });

  it('stand side by side with who and when, and how far two spots lie apart', async () => {
    await two.openAt('/todo');
    await says('Wool and tea.');
    await says('Wool and cake.');
    expect(words()).toMatch(/You said so today, \w+ \d+ \w+ at \d\d:\d\d/);
    expect(words()).toMatch(/Somebody else said so today, .+ at \d\d:\d\d\s*shown now/);
    await says('The two spots are about 70 m apart.');
  });

  it.each([
    ['the one that is shown', 0, 'Wool and cake.'],
    ['the other', 1, 'Wool and tea.'],
  ])('keeping %s settles it, and Undo asks again', async (_, nth, kept) => {
    await two.openAt('/todo');
    await says('Wool and cake.');
    await userEvent.click(
      keep(/^Keep this one Tuesday knitters, What brings them together/).nth(nth),
    );
    await says('1 thing said in two ways');
    expect(await purposeNow()).toBe(kept);
    await userEvent.click(page.getByRole('button', { name: 'Undo' }));
    await says('2 things said in two ways');
    expect(await purposeNow()).toBe('Wool and cake.');
  });

  it('can be settled with the keyboard alone', async () => {
    await two.openAt('/todo');
    await says('Wool and cake.');
    for (let presses = 0; presses < 12; presses++) {
      await userEvent.keyboard('{Tab}');
      if (document.activeElement?.textContent?.startsWith('Keep this one')) break;
    }
    await userEvent.keyboard('{Enter}');
    await says('1 thing said in two ways');
    await eventually('the focus', () => document.activeElement?.textContent === 'To do');
  });

  it.each([
    ['light', 'en-GB'],
    ['dark', 'en-GB'],
    ['sun', 'cy'],
    ['light', 'ar-XB'],
  ] as const)(
    'axe finds nothing and nothing is cut off at 320 px, %s, %s',
    async (theme, locale) => {
      await page.viewport(320, 640);
      await two.openAt('/todo', { theme, locale });
      await eventually('both', () => document.querySelectorAll('main ul ul li').length === 4);
      expect(await axeTroubles()).toEqual([]);
      const { scrollWidth, clientWidth } = document.documentElement;
      expect(scrollWidth).toBeLessThanOrEqual(clientWidth);
    },
  );
});
