import type { Page } from 'playwright';
import type { FrameWatch } from './frame-watch.ts';

type Watched = { readonly frameWatch: FrameWatch };

/** Times of all frames so far, ms since the page began; `watchFrames` was an init script of it. */
export const frameTimes = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() => (globalThis as unknown as Watched).frameWatch.times);

/** Resolves with the time of the last frame once none has followed it for `ms`. */
export async function untilMapRests(page: Page, ms = 500): Promise<number> {
  await page.waitForFunction(
    (rest) => {
      const last = (globalThis as unknown as Watched).frameWatch.times.at(-1);
      return last !== undefined && performance.now() - last > rest;
    },
    ms,
    { polling: 100, timeout: 120_000 },
  );
  return (await frameTimes(page)).at(-1) ?? Number.NaN;
}
