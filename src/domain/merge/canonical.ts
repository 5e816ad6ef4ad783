import canonicalize from 'canonicalize';
import type { Json } from '#base/json.ts';
import { isJsonObject } from '#base/json.ts';
import type { Stamp } from './stamp.ts';

/** RFC 8785: one text for one value. Throws only for what is not JSON (NaN, functions): a bug. */
export const canonicalText = (json: Json): string => {
  const text = canonicalize(json);
  if (text === undefined) throw new Error('Only JSON has a canonical text');
  return text;
};

/** Equal as canonical texts are equal, without making them. */
export const sameJson = (a: Json, b: Json): boolean => {
  if (a === b) return true;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, at) => sameJson(item, b[at]));
  if (!isJsonObject(a) || !isJsonObject(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key] as Json, b[key] as Json))
  );
};

/** The tie rule: where stamps decide nothing, the greater canonical text wins. */
export const greaterJson = <T extends Json>(a: T, b: T): T =>
  sameJson(a, b) || canonicalText(a) > canonicalText(b) ? a : b;

/** Sorted by stamp, ties by the tie rule, equal items once. */
export const newestFirst = <T extends { readonly t: Stamp } & Json>(items: readonly T[]): T[] =>
  [...items].sort(byAge).filter((item, at, all) => at === 0 || byAge(all[at - 1] as T, item) !== 0);

const byAge = <T extends { readonly t: Stamp } & Json>(a: T, b: T): number =>
  a.t !== b.t
    ? descending(a.t, b.t)
    : sameJson(a, b)
      ? 0
      : descending(canonicalText(a), canonicalText(b));

const descending = (a: string, b: string): number => (a === b ? 0 : a < b ? 1 : -1);
