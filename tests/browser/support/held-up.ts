import type { Page } from 'playwright';

/** Keeps the longest time from now on that the page could not have answered a tap. */
export const watchHeldUp = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const held = globalThis as unknown as { longest: number };
    held.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) held.longest = Math.max(held.longest, duration);
    }).observe({ entryTypes: ['longtask'] });
  });

/** In ms; 0 when nothing took 50. */
export const heldUpFor = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { longest: number }).longest);
