import type { Pixels } from '#formats/read-code.ts';
import { chance } from './seeded.ts';

export interface CodeLook {
  /** Pixels of a side of the whole picture. */
  readonly side: number;
  /** How much of a side the code takes, its light edge included: 0…1. */
  readonly fills: number;
  readonly degrees?: number;
  /** How far the side that is further away is narrower: 0…1. */
  readonly tilt?: number;
  /** Most that noise adds to or takes from a pixel: 0…255. */
  readonly noise?: number;
  /** Grey of what is dark and of what is light, as on a dim or a reflecting screen. */
  readonly greys?: readonly [dark: number, light: number];
}

type Rows = readonly (readonly boolean[])[];

const table = 150;
/** Rays a side for each pixel, as a sensor gathers light from all of it. */
const rays = 3;

/** A picture of a code as a camera has it: turned, tilted, small, noisy; the same on every run. */
export function codePicture(rows: Rows, look: CodeLook): Pixels {
  const { side, noise = 0 } = look;
  const random = chance(side);
  const data = new Uint8ClampedArray(side * side * 4);
  const grey = greyAt(rows, look);
  for (let y = 0; y < side; y += 1)
    for (let x = 0; x < side; x += 1) {
      const shade = grey(x, y) + (random.next() * 2 - 1) * noise;
      data.set([shade, shade, shade, 255], (y * side + x) * 4);
    }
  return { data, width: side, height: side };
}

function greyAt(rows: Rows, { side, fills, degrees = 0, tilt = 0, greys = [20, 235] }: CodeLook) {
  const [dark, light] = greys;
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const rayAt = (x: number, y: number): number => {
    const [fromX, fromY] = [x / side - 0.5, y / side - 0.5];
    const depth = fills * (1 - tilt * (fromY + 0.5));
    const column = ((fromX * cos + fromY * sin) / depth + 0.5) * rows.length;
    const row = ((fromY * cos - fromX * sin) / depth + 0.5) * rows.length;
    const module = rows[Math.floor(row)]?.[Math.floor(column)];
    if (module === undefined) return table;
    return module ? dark : light;
  };
  return (x: number, y: number): number => {
    let sum = 0;
    for (let ray = 0; ray < rays * rays; ray += 1)
      sum += rayAt(x + ((ray % rays) + 0.5) / rays, y + (Math.floor(ray / rays) + 0.5) / rays);
    return sum / (rays * rays);
  };
}
