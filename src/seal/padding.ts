import { type Bytes, utf8 } from '#base/bytes.ts';

const fineStep = 256;
const fineLimit = 2 * 1024;
const coarseStep = 1024;

/** Bytes of a padded body at most. */
export const maxBodyLength = 128 * 1024;

/** Steps of 256 bytes up to 2 KiB, then of 1 KiB: a size tells little about what is inside. */
export function paddedLength(length: number): number {
  const step = length <= fineLimit ? fineStep : coarseStep;
  return Math.ceil(length / step) * step;
}

/** Spaces at the end: JSON allows them, and no canonical text ends in one. */
export function padText(text: string): Bytes {
  const bytes = utf8(text);
  const padded = new Uint8Array(paddedLength(bytes.length)).fill(0x20);
  padded.set(bytes);
  return padded;
}
