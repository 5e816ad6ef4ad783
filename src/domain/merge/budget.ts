import type { Json } from '#base/json.ts';
import { isJsonObject } from '#base/json.ts';

/** Deeper than any record, shallow enough for every walk that calls itself. */
const DEEPEST = 32;
/** No more values than the 128 KB of a sealed body can spell. */
const MOST = 65_536;

/** JSON that is safe to walk: bounded, finite numbers, no key that would set a prototype. */
export const isBoundedJson = (root: unknown): root is Json => {
  let level: unknown[] = [root];
  let count = 0;
  for (let depth = 0; level.length > 0; depth++) {
    count += level.length;
    if (depth > DEEPEST || count > MOST || !level.every(isSafe)) return false;
    level = level.flatMap(childrenOf);
  }
  return true;
};

const isSafe = (value: unknown): boolean => {
  if (typeof value === 'number') return Number.isFinite(value);
  if (isJsonObject(value)) return !Object.hasOwn(value, '__proto__');
  return ['string', 'boolean', 'object'].includes(typeof value);
};

const childrenOf = (value: unknown): unknown[] =>
  typeof value === 'object' && value !== null ? Object.values(value) : [];
