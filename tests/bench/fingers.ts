import type { CDPSession } from 'playwright';

export interface Pixel {
  readonly x: number;
  readonly y: number;
}

/** A finger that rests before it is lifted throws nothing: both sides end where they were moved to. */
const restMs = 220;

const between = (from: number, to: number, share: number): number => from + (to - from) * share;

/** Fingers on a page, through the browser's own door: each move waits until the page has taken it. */
export function fingersOn(debug: CDPSession, steps: number) {
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Pixel[]) =>
    debug.send('Input.dispatchTouchEvent', { type, touchPoints });

  const move = async (at: (share: number) => Pixel[]): Promise<void> => {
    await send('touchStart', at(0));
    for (let step = 1; step <= steps; step += 1) await send('touchMove', at(step / steps));
    await new Promise((resolve) => setTimeout(resolve, restMs));
    await send('touchEnd', []);
  };

  return {
    pan: (from: Pixel, by: Pixel) =>
      move((share) => [{ x: from.x + by.x * share, y: from.y + by.y * share }]),
    /** Two fingers beside each other, from one distance in px to another. */
    pinch: (centre: Pixel, from: number, to: number) =>
      move((share) => {
        const half = between(from, to, share) / 2;
        return [
          { x: centre.x - half, y: centre.y },
          { x: centre.x + half, y: centre.y },
        ];
      }),
  };
}
