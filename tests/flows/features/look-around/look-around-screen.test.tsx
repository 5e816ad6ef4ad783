import '#ui/base.css';
import { StrictMode, Suspense } from 'react';
import { createRoot, type Root } from 'react-dom/client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { fail, ok, type Result } from '#base/result.ts';
import { LookAroundScreen } from '#features/look-around/look-around-screen.tsx';
import type { LocaleId } from '#i18n/locale.ts';
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

async function show(): Promise<void> {
  leave();
  root = createRoot(document.body.appendChild(document.createElement('main')));
  root.render(
    <StrictMode>
      <StarterContext value={starter}>
        <Suspense>
          <LookAroundScreen />
        </Suspense>
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
  history.replaceState(null, '', '/look-around');
  start.mockReset().mockResolvedValue(ok(null));
  open.mockReset().mockResolvedValue();
  list.mockReset().mockResolvedValue([]);
});
afterEach(() => {
  leave();
  settle();
});

/** Starting takes until `settle` is called: nobody else may look around meanwhile. */
let settle = (): void => {};
const pending = (): Promise<Result<null>> =>
  new Promise((done) => {
    settle = () => done(fail('import-stopped'));
  });

const button = (name: string) => page.getByRole('button', { name, exact: true });
const named = { name: 'Pont Dychmyg (made up)', yourName: 'You', madeUp: true };

describe('looking around', () => {
  it('waits for a press where the address was opened, and says what it is and its size', async () => {
    await show();
    await expect.element(page.getByText('Nothing here is real')).toBeVisible();
    await expect.element(page.getByText(/It is \d{3} kB/)).toBeVisible();
    expect(start).not.toHaveBeenCalled();
    await button('Look around').click();
    await expect.poll(() => location.pathname).toBe('/list');
    expect(start).toHaveBeenCalledExactlyOnceWith(named, expect.any(Function));
  });

  it('begins at once for who pressed on the page before, and not again after a reload', async () => {
    history.replaceState({ lookAround: true }, '');
    start.mockImplementation(pending);
    await show();
    await expect.poll(() => start.mock.calls.length).toBe(1);
    await expect.element(page.getByText('Looking at what came')).toBeVisible();
    await show();
    await expect.element(button('Look around')).toBeVisible();
    expect(start).toHaveBeenCalledOnce();
  });

  it('opens what is here already, and fetches nothing', async () => {
    list.mockResolvedValue([{ id: 'r1', name: 'Pont Dychmyg', openedAt: 1, madeUp: true }]);
    await show();
    await button('Open it again').click();
    await expect.poll(() => location.pathname).toBe('/list');
    expect(open).toHaveBeenCalledExactlyOnceWith('r1');
    expect(start).not.toHaveBeenCalled();
  });

  it.each([
    ['disk-full', 'This phone is full. Nothing was kept of it.'],
    ['not-it', 'What came is not the made-up neighbourhood.'],
    ['copy-newer', 'A newer Patchbook made this copy.'],
    ['never-heard-of', 'Something went wrong on our side'],
  ])('that fails with %s says so, and can be tried again', async (kind, words) => {
    start.mockResolvedValue(fail(kind));
    await show();
    await button('Look around').click();
    await expect.element(page.getByRole('alert')).toHaveTextContent(words);
    await button('Look around').click();
    await expect.poll(() => start.mock.calls.length).toBe(2);
  });
});

describe.each(themes.filter((theme) => theme !== 'auto'))('in %s', (theme) => {
  const locales: readonly LocaleId[] = ['en-GB', 'cy', 'ar-XB', 'en-XA'];
  it.each(locales)('%s: asking, on its way and failed, 320 px wide', async (locale) => {
    await page.viewport(320, 640);
    await showLocale(locale);
    applyTheme(theme);
    const found: string[] = [];
    const look = async (state: string) => {
      const { scrollWidth, clientWidth } = document.documentElement;
      if (scrollWidth > clientWidth) found.push(`${state}: wider than the phone`);
      found.push(...(await axeTroubles()).map((each) => `${state}: ${each}`));
    };
    const press = () => document.querySelector<HTMLElement>('[data-main]')?.click();
    await show();
    await expect.poll(() => document.querySelector(':enabled[data-main]')).not.toBeNull();
    await look('asking');
    start.mockImplementation(pending);
    press();
    await expect.poll(() => document.querySelector('progress')).not.toBeNull();
    await look('on its way');
    settle();
    start.mockResolvedValue(fail('disk-full'));
    await expect.poll(() => document.querySelector(':enabled[data-main]')).not.toBeNull();
    press();
    await expect.poll(() => document.querySelector('[role=alert]')).not.toBeNull();
    await look('failed');
    expect(found).toEqual([]);
  });
});
