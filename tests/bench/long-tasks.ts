import type { Page } from 'playwright';

/** Runs in a page before anything else does. Nothing in here has a name: tsx would add a call to it. */
export const watchLongTasks = (): void => {
  Object.assign(globalThis, { longestTask: 0 });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) {
      const held = globalThis as unknown as { longestTask: number };
      held.longestTask = Math.max(held.longestTask, duration);
    }
  }).observe({ entryTypes: ['longtask'] });
};

/** ms of the longest task so far; 0 when none took 50 ms. */
export const longestTask = (page: Page): Promise<number> =>
  page.evaluate(() => (globalThis as unknown as { longestTask: number }).longestTask);
