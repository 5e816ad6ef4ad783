import { isJsonObject, type Json, type JsonObject } from '#base/json.ts';

/** Drafts and files may hold anything: a control reads what it can show and leaves the rest be. */
export const asText = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

export const asNumber = (value: Json | undefined): number | undefined =>
  typeof value === 'number' ? value : undefined;

export const asObject = (value: Json | undefined): JsonObject => (isJsonObject(value) ? value : {});

export const asList = (value: Json | undefined): readonly Json[] =>
  Array.isArray(value) ? (value as readonly Json[]) : [];

export const asTexts = (value: Json | undefined): readonly string[] =>
  asList(value).filter((item): item is string => typeof item === 'string');

/** The object with one part set, or without it. */
export const withPart = (object: JsonObject, key: string, part: Json | undefined): JsonObject => {
  const others = Object.entries(object).filter(([name]) => name !== key);
  return Object.fromEntries(part === undefined ? others : [...others, [key, part]]);
};

/** Empty means absent. */
export const textOrNothing = (text: string): string | undefined => (text === '' ? undefined : text);
export const listOrNothing = (list: readonly Json[]): readonly Json[] | undefined =>
  list.length > 0 ? list : undefined;
export const objectOrNothing = (object: JsonObject): JsonObject | undefined =>
  Object.keys(object).length > 0 ? object : undefined;

/** A picture that lies in the record itself: nothing is ever fetched from elsewhere. */
export const isPicture = (address: string): boolean => address.startsWith('data:image/');
