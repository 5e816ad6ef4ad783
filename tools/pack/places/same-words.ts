/** Two spellings of one name are the same: case, accents, apostrophes and dots do not count. */
export const sameWords = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f'’`.]/g, '')
    .replaceAll(/[\s-]+/g, ' ')
    .trim()
    .toLowerCase();

/** In the order of the letters' numbers: the same on every machine. */
export function byText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** "2" before "10", "10" before "10a". */
export const byNumber = (a: string, b: string): number =>
  (Number.parseInt(a, 10) || 0) - (Number.parseInt(b, 10) || 0) || byText(a, b);

/** Degrees × 1e6, as places are kept in a pack. */
export const micro = (degrees: number): number => Math.round(degrees * 1e6);
