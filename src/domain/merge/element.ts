import type { Json } from '#base/json.ts';
import { isJsonObject } from '#base/json.ts';
import { canonicalText } from './canonical.ts';

/** What makes two elements of a set the same one: their `id`, else the whole value. */
export const elementKey = (element: Json): string => {
  const id = isJsonObject(element) ? element['id'] : undefined;
  return typeof id === 'string' ? id : canonicalText(element);
};

/** By key, so an element named twice counts once, the last time. */
export const elementsByKey = (wanted: Json | undefined): ReadonlyMap<string, Json> => {
  if (wanted === undefined || wanted === null) return new Map();
  const elements: readonly Json[] = Array.isArray(wanted) ? wanted : [wanted];
  return new Map(elements.map((element) => [elementKey(element), element]));
};

/** For history: what a removed element was, as far as its key tells. */
export const elementOf = (key: string): Json => {
  try {
    const element: Json = JSON.parse(key);
    return canonicalText(element) === key ? element : key;
  } catch {
    return key;
  }
};
