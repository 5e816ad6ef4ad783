import { appendFileSync, writeFileSync } from 'node:fs';
import type { Pixels } from '#formats/read-code.ts';

const [width, height] = [640, 480];
const wall = 120;

/** Lightness alone, as a frame of YUV 4:2:0; what is around the picture is a grey wall. */
function frameOf(picture: Pixels): Uint8Array {
  const frame = new Uint8Array(width * height * 1.5).fill(128);
  frame.fill(wall, 0, width * height);
  const [left, top] = [(width - picture.width) / 2, (height - picture.height) / 2];
  for (let y = 0; y < picture.height; y += 1)
    for (let x = 0; x < picture.width; x += 1)
      frame[(y + top) * width + x + left] = picture.data[(y * picture.width + x) * 4] ?? wall;
  return frame;
}

/**
 * Writes what Chromium's made-up camera sees, over and over: ten pictures a second, each of them
 * square, up to 480 pixels a side.
 */
export function writeFilm(path: string, pictures: readonly Pixels[]): void {
  const head = `YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420\n`;
  writeFileSync(path, head);
  for (const picture of pictures) {
    appendFileSync(path, 'FRAME\n');
    appendFileSync(path, frameOf(picture));
  }
}
