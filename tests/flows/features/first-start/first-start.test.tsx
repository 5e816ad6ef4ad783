import '#ui/base.css';
import { type ReactNode, StrictMode, Suspense } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { fail, ok } from '#base/result.ts';
import { FirstStart } from '#features/first-start/first-start.tsx';
import { showLocale } from '#i18n/shown-locale.ts';
import { type Starter, StarterContext } from '#services/starter.ts';
import { applyTheme, themes } from '#ui/theme.ts';
import { axeTroubles } from '../../../support/open-test-register.tsx';

let root: Root | undefined;
const start = vi.fn<Starter['start']>();
const restore = vi.fn<Starter['restore']>();
const open = vi.fn<Starter['open']>();
const list = vi.fn<Starter['list']>();
const throwAway = vi.fn<Starter['throwAway']>();
const joining = vi.fn<Starter['joining']>();
const comeBack = vi.fn<Starter['comeBack']>();
const takenOff = vi.fn<Starter['takenOff']>();
const starter: Starter = { start, restore, joining, comeBack, open, list, throwAway, takenOff };

async function show(screen: ReactNode = <FirstStart />): Promise<void> {
  leave();
  const box = document.body.appendChild(document.createElement('main'));
  root = createRoot(box);
  root.render(
    <StrictMode>
      <StarterContext value={starter}>
        <Suspense>{screen}</Suspense>
      </StarterContext>
    </StrictMode>,
  );
  await expect.poll(() => document.querySelector('h1')).not.toBeNull();
}

function leave(): void {
  root?.unmount();
  root = undefined;
  document.body.replaceChildren();
}

beforeEach(async () => {
  await page.viewport(360, 640);
  await showLocale('en-GB');
  applyTheme('light');
  document.title = 'Patchbook';
  history.replaceState(null, '', '/');
  start.mockReset().mockResolvedValue(ok(null));
  open.mockReset().mockResolvedValue();
  list.mockReset().mockResolvedValue([]);
  takenOff.mockReset().mockResolvedValue(undefined);
});
afterEach(leave);

const button = (name: string) => page.getByRole('button', { name, exact: true });
const neighbourhood = () => page.getByRole('textbox', { name: 'Name of your neighbourhood' });
const yourName = () => page.getByRole('textbox', { name: 'Your name' });

async function fillIn(): Promise<void> {
  await button('Start a register').click();
  await neighbourhood().fill(' Pillgwenlly ');
  await yourName().fill('Mair');
}

describe('starting a register', () => {
  it('takes two names and goes to the list', async () => {
    await show();
    await fillIn();
    await button('Start').click();
    expect(start).toHaveBeenCalledExactlyOnceWith({ name: 'Pillgwenlly', yourName: 'Mair' });
    await expect.poll(() => location.pathname).toBe('/list');
  });

  it('two taps in one moment found one', async () => {
    let done: (result: Awaited<ReturnType<Starter['start']>>) => void = () => {};
    start.mockImplementation(() => new Promise((settle) => (done = settle)));
    await show();
    await fillIn();
    await button('Start').click();
    await button('Start').click();
    await expect.element(page.getByText('Starting your register')).toBeVisible();
    done(ok(null));
    await expect.poll(() => location.pathname).toBe('/list');
    expect(start).toHaveBeenCalledOnce();
  });

  it('says what is missing, on top and beside, with the way to it', async () => {
    await show();
    await button('Start a register').click();
    await button('Start').click();
    const summary = page.getByRole('alert');
    await expect.element(summary).toHaveTextContent('2 answers need a change');
    await expect.element(summary).toHaveFocus();
    await page.getByRole('link', { name: 'Write your name' }).click();
    await expect.element(yourName()).toHaveFocus();
    expect(await axeTroubles()).toEqual([]);
    expect(start).not.toHaveBeenCalled();
  });

  it.each([
    ['browser-too-old', 'This browser is too old'],
    ['disk-full', 'This phone is full'],
    ['storage-lost', 'lost hold of its storage'],
    ['never-heard-of', 'Something went wrong on our side'],
  ])('that fails with %s says so and keeps the names', async (kind, words) => {
    start.mockResolvedValue(fail(kind));
    await show();
    await fillIn();
    await button('Start').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent(words);
    await expect.element(yourName()).toHaveValue('Mair');
    await button('Start').click();
    await expect.poll(() => start.mock.calls.length).toBe(2);
  });

  it('keeps the names through a reload, and Back leads out of the form', async () => {
    await show();
    await fillIn();
    await expect.poll(() => JSON.stringify(history.state)).toContain('Mair');
    await show();
    await expect.element(neighbourhood()).toHaveValue(' Pillgwenlly ');
    await button('Back').click();
    await expect.element(button('Join a register')).toBeVisible();
  });
});

describe('the first page', () => {
  it('lists the registers of this phone and opens one', async () => {
    list.mockResolvedValue([{ id: 'r1', name: 'Maindee', openedAt: Date.now() }]);
    await show();
    await expect.element(page.getByText('Last opened today')).toBeVisible();
    expect(await axeTroubles()).toEqual([]);
    await button('Maindee').click();
    expect(open).toHaveBeenCalledExactlyOnceWith('r1');
    await expect.poll(() => location.pathname).toBe('/list');
  });

  it('of a browser that keeps nothing says so', async () => {
    list.mockRejectedValue(new Error('refused'));
    await show();
    await expect.element(page.getByText('This browser will not keep anything')).toBeVisible();
  });

  it('leads to Join', async () => {
    await show();
    await button('Join a register').click();
    expect(location.pathname).toBe('/join');
  });
});

describe.each(themes.filter((theme) => theme !== 'auto'))('in %s', (theme) => {
  it.each(['en-GB', 'ar-XB', 'en-XA'] as const)('%s: each page, 320 px wide', async (locale) => {
    await page.viewport(320, 640);
    await showLocale(locale);
    applyTheme(theme);
    const found: string[] = [];
    const look = async (state: string) => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth > clientWidth) found.push(`${state}: wider than the phone`);
      found.push(...(await axeTroubles()).map((each) => `${state}: ${each}`));
    };
    list.mockResolvedValue([{ id: 'r1', name: 'Maindee', openedAt: Date.now() }]);
    await show();
    await expect.poll(() => document.querySelector('li')).not.toBeNull();
    await look('first page');
    history.replaceState({ newRegister: { name: '', yourName: '' } }, '');
    await show();
    document.querySelector<HTMLButtonElement>('button[type=submit]')?.click();
    await expect.poll(() => document.querySelector('[role=alert]')).not.toBeNull();
    await look('form with problems');
    expect(found).toEqual([]);
  });
});
