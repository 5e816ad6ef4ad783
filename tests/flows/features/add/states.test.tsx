import '#ui/base.css';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { themes } from '#ui/theme.ts';
import { axeTroubles, fixAt, type Looks } from '../../../support/open-test-register.tsx';
import { box, button, closeRegister, draftHolds, openRegister, showAdd } from './stage.tsx';

beforeEach(async () => {
  await openRegister({ locate: async () => fixAt(-2.9921, 51.5789, 320) });
});
afterEach(closeRegister);

const kindRadio = (value: string) =>
  document.querySelector<HTMLInputElement>(`input[name="add-kind"][value="${value}"]`)?.click();

const ways = ['here', 'typed', 'nowhere', 'map'];
const press = (way: string) =>
  document.querySelectorAll<HTMLButtonElement>('#add-where button')[ways.indexOf(way)]?.click();
const save = () =>
  document.querySelector<HTMLButtonElement>('[class*=actions] > button:last-child');
const fieldOf = (id: string) => document.querySelector<HTMLInputElement>(`#${id}`);

async function eachState(looked: (state: string) => Promise<void>, looks: Looks): Promise<void> {
  await showAdd(looks);
  await looked('nothing chosen');
  save()?.click();
  await expect.element(page.getByRole('alert')).toBeVisible();
  await looked('a kind is missing');
  kindRadio('groups');
  await expect.poll(() => fieldOf('add-type')).not.toBeNull();
  await page.elementLocator(fieldOf('add-name') ?? document.body).fill('Tuesday knitters');
  press('here');
  await expect.poll(() => document.querySelector('[data-tone=warn]')).not.toBeNull();
  await looked('a group, somewhere rough');
  press('typed');
  await expect.poll(() => fieldOf('add-typed')).not.toBeNull();
  await page.elementLocator(fieldOf('add-typed') ?? document.body).fill('12 Temple Street');
  await looked('a group at a typed address');
  kindRadio('stories');
  await expect.poll(() => document.querySelectorAll(':disabled').length).toBe(1);
  await looked('a story');
  kindRadio('people');
  await expect.poll(() => document.querySelectorAll(':disabled').length).toBe(3);
  save()?.click();
  await expect.poll(() => document.querySelector('#add-gift[aria-invalid]')).not.toBeNull();
  await looked('a person without a gift');
  await draftHolds('people');
  await showAdd(looks);
  await expect.poll(() => document.querySelectorAll('[role=status]').length).toBeGreaterThan(2);
  await looked('found again');
}

/** Parts of the page that reach beyond it. */
const isTooWide = () => document.documentElement.scrollWidth > document.documentElement.clientWidth;

const small = (element: Element) => {
  const { width, height } = element.getBoundingClientRect();
  return width > 0 && (width < 44 || height < 44) && !element.closest('label, li, .hint');
};
const tooSmall = () =>
  [...document.querySelectorAll('main :is(button, select, input:not([type=checkbox]))')]
    .filter(small)
    .map(({ outerHTML }) => outerHTML.slice(0, 120));

describe.each(themes.filter((theme) => theme !== 'auto'))('in %s', (theme) => {
  it.each(['en-GB', 'ar-XB', 'en-XA'] as const)('%s: every state, 320 px wide', async (locale) => {
    await page.viewport(320, 640);
    const found: string[] = [];
    await eachState(
      async (state) => {
        if (isTooWide()) found.push(`${state}: wider than the phone`);
        found.push(...tooSmall().map((each) => `${state}: small: ${each}`));
        found.push(...(await axeTroubles()).map((each) => `${state}: ${each}`));
      },
      { theme, locale },
    );
    expect(found).toEqual([]);
  });
});

describe('on a phone of 360 × 640', () => {
  it('Save can be pressed from any place on the page, and lies above the five places', async () => {
    await showAdd();
    kindRadio('places');
    await expect.poll(() => fieldOf('add-type')).not.toBeNull();
    for (const scrolled of [0, 200, 9999]) {
      window.scrollTo(0, scrolled);
      const { top, bottom } = button('Save').element().getBoundingClientRect();
      expect(top).toBeGreaterThan(640 * 0.4);
      expect(bottom).toBeLessThanOrEqual(640 - 72);
      const middle = document.elementFromPoint(180, (top + bottom) / 2);
      expect(middle?.closest('button')?.textContent).toContain('Save');
    }
  });

  it('no question is hidden behind Save when it has the focus', async () => {
    await showAdd();
    kindRadio('people');
    await expect.poll(() => fieldOf('add-gift')).not.toBeNull();
    press('typed');
    await expect.poll(() => fieldOf('add-typed')).not.toBeNull();
    for (const id of ['add-gift', 'add-name', 'add-type', 'add-typed']) {
      fieldOf(id)?.focus();
      const { bottom } = fieldOf(id)?.getBoundingClientRect() ?? { bottom: Number.NaN };
      const { top } = button('Save').element().getBoundingClientRect();
      expect(bottom, id).toBeLessThanOrEqual(top);
    }
  });

  it('with the keyboard up the name is in sight, and Save right above the keyboard', async () => {
    await showAdd();
    await page.getByRole('radio', { name: 'Places' }).click();
    await page.viewport(360, 340);
    await box('Name').click();
    const name = box('Name').element().getBoundingClientRect();
    const { top, bottom } = button('Save').element().getBoundingClientRect();
    expect(name.top).toBeGreaterThanOrEqual(0);
    expect(name.bottom).toBeLessThanOrEqual(top);
    expect(bottom).toBeLessThanOrEqual(340);
    expect(bottom).toBeGreaterThan(340 - 40);
  });
});
