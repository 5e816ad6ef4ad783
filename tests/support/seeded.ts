/** Reproducible chance: mulberry32. The same seed gives the same numbers for ever. */
export interface Chance {
  /** 0 included, 1 excluded. */
  next(): number;
  /** A whole number from 0 to below `limit`. */
  below(limit: number): number;
  pick<T>(from: readonly T[]): T;
  /** Picks the first ones far more often than the last, as words of a language are used. */
  pickSkewed<T>(from: readonly T[]): T;
  /** True in `percent` of 100 asks. */
  in100(percent: number): boolean;
}

export function chance(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  const at = <T>(from: readonly T[], index: number): T => {
    const found = from[index];
    if (found === undefined) throw new Error('nothing to pick from');
    return found;
  };
  return {
    next,
    below,
    pick: (from) => at(from, below(from.length)),
    pickSkewed: (from) => at(from, Math.floor(next() ** 3 * from.length)),
    in100: (percent) => next() * 100 < percent,
  };
}
