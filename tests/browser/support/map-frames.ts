import type { BrowserContext, Locator } from 'playwright';
import { expect } from 'vitest';

/** From now on a map's canvas keeps what it has drawn, so that a test can look at it. */
export async function keepFrames(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    type GetContext = (kind: string, options?: object) => RenderingContext | null;
    const canvas = HTMLCanvasElement.prototype as unknown as { getContext: GetContext };
    const original = canvas.getContext;
    canvas.getContext = function (this: HTMLCanvasElement, kind, options) {
      return original.call(this, kind, { ...options, preserveDrawingBuffer: true });
    };
  });
}

/** What is fully drawn now: zoom, latitude and longitude. Nothing while something is still to come. */
const drawnNow = (map: Locator): Promise<string | null> =>
  map.locator('canvas').evaluate((canvas) => {
    const held = canvas.closest('[data-drawn]');
    return held instanceof HTMLElement ? (held.dataset['drawn'] ?? null) : null;
  });

/** Does it and resolves once the map has moved and drawn all there is to see from there. */
export async function moved(map: Locator, act: () => Promise<void>): Promise<void> {
  const before = await drawnNow(map);
  await act();
  await expect.poll(() => drawnNow(map)).not.toBeOneOf([before, null]);
}

export async function zoomNow(map: Locator): Promise<number> {
  await map.locator('[data-drawn]').waitFor();
  return Number((await drawnNow(map))?.split('/')[0]);
}

/** Share (0 to 1) of what is drawn on the plain ground, whose colour is that beyond any pack. */
export async function drawnShare(map: Locator, ground: readonly number[]): Promise<number> {
  const canvas = map.locator('[data-drawn] canvas');
  return canvas.evaluate((element, [red, green, blue]) => {
    const { width, height } = element as HTMLCanvasElement;
    const pen = new OffscreenCanvas(width, height).getContext('2d');
    if (!pen) throw new Error('This browser draws nothing');
    pen.drawImage(element as HTMLCanvasElement, 0, 0);
    const { data } = pen.getImageData(0, 0, width, height);
    let plain = 0;
    for (let at = 0; at < data.length; at += 4)
      if (data[at] === red && data[at + 1] === green && data[at + 2] === blue) plain += 1;
    return 1 - plain / (data.length / 4);
  }, ground);
}
