import type { Pixel } from '../fingers.ts';
import { frameWatch } from '../frame-watch.ts';

/** px of a spot's side: well inside a mark. */
const side = 9;

function lookAt(pen: WebGL2RenderingContext, { x, y }: Pixel): string {
  const bytes = new Uint8Array(side * side * 4);
  const left = Math.round(pen.drawingBufferWidth / 2 + x - side / 2);
  const bottom = Math.round(pen.drawingBufferHeight / 2 - y - side / 2);
  pen.readPixels(left, bottom, side, side, pen.RGBA, pen.UNSIGNED_BYTE, bytes);
  return String.fromCharCode(...bytes);
}

/** Looks at spots of the map, given in px from its middle, at the end of each frame. */
export function watchSpots(spots: readonly Pixel[]) {
  let seen: readonly string[] = [];
  let waiting: { readonly before: readonly string[]; readonly tell: () => void } | undefined;
  frameWatch().after = (pen) => {
    seen = spots.map((spot) => lookAt(pen, spot));
    if (!waiting || seen.some((look, index) => look === waiting?.before[index])) return;
    waiting.tell();
    waiting = undefined;
  };
  return {
    /** Resolves at the end of the first frame in which each of them looks other than now. */
    untilAllChanged: (): Promise<number> =>
      new Promise((resolve) => {
        waiting = { before: seen, tell: () => resolve(performance.now()) };
      }),
  };
}
