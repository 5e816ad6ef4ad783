import type { Page } from 'playwright';
import { axeFindings } from './axe.ts';

const themes = ['light', 'dark', 'sun'] as const;

/** Each width in each theme: within a width only colours change. */
const looks = [320, 1280].flatMap((width) => themes.map((theme) => ({ theme, width })));

export const locales = ['en-GB', 'ar-XB'] as const;
export type LookLocale = (typeof locales)[number];

/**
 * How far one could scroll sideways, in the page or in any part that scrolls a heading or the bar:
 * on a phone the main part scrolls by itself, on a wide screen each pane.
 */
function sidewaysBy(): number {
  const parts = (part: Element | null): Element[] =>
    part ? [part, ...parts(part.parentElement)] : [];
  const holders = [...document.querySelectorAll('h1, nav')].flatMap(parts);
  const scrolling = holders.filter((part) => /auto|scroll/.test(getComputedStyle(part).overflowX));
  const all = new Set([document.documentElement, ...scrolling]);
  return Math.max(...[...all].map((part) => part.scrollWidth - part.clientWidth));
}

export const isSideways = async (page: Page): Promise<boolean> =>
  (await page.evaluate(sidewaysBy)) > 0;

/** Words, pictures and what slides in are there, so that no look is taken of half a screen. */
export async function untilStill(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    const moving = document.getAnimations().filter(({ effect }) => {
      return effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
    });
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
}

const wear = (page: Page, theme: string): Promise<void> =>
  page.evaluate((name) => {
    document.documentElement.dataset['theme'] = name;
  }, theme);

/** Resolves when the screen is whole. Another width may build it anew. */
export type UntilWhole = (page: Page) => Promise<unknown>;

export const untilHeaded: UntilWhole = (page) =>
  page.getByRole('heading', { level: 1 }).first().waitFor();

/** What axe finds on the screen as it stands, in every look. Bright sun promises 7:1. */
export async function findingsHere(
  page: Page,
  name: string,
  untilWhole: UntilWhole = untilHeaded,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { theme, width } of looks) {
    await page.setViewportSize({ width, height: 800 });
    await untilWhole(page);
    await wear(page, theme);
    await untilStill(page);
    const rules = theme === 'light' ? 'all' : 'colours';
    const findings = await axeFindings(page, { rules, strong: theme === 'sun' });
    if (await isSideways(page)) found.push(`${name} ${theme} ${width}: scrolls sideways`);
    found.push(...findings.map((finding) => `${name} ${theme} ${width}: ${finding}`));
  }
  return found;
}
