import { isJsonObject, type Json, type JsonObject } from '#base/json.ts';
import { canonicalText } from '../merge/canonical.ts';
import { isEmpty } from '../merge/scalar.ts';
import { kindOf } from '../record/kinds.ts';
import type { RecordType } from '../record/values.ts';

/** By field, a few letters made from what a file said of it. */
export type Said = Readonly<Record<string, string>>;

/** The import's own bookkeeping, and what a file has no say in. */
const notAFilesToSay = new Set([
  ...['share', 'status', 'createdAt', 'createdBy', 'source', 'reviewDueOn', 'deleted'],
  ...['osm', 'confidentialLocation', 'photos'],
]);

/** Whether a file's word on this field can be compared with what stands here. */
export function isSayable(type: RecordType, field: string): boolean {
  const merge = kindOf(type)?.fields[field]?.merge;
  return (merge === 'scalar' || merge === 'set') && !notAFilesToSay.has(field);
}

const spotParts = ['geometry', 'labelPoint', 'precision'];

/** Of a spot where it is, not when that was noted; of a list what is in it, in whatever order. */
function wordOf(field: string, value: Json): Json {
  if (Array.isArray(value)) return value.map(canonicalText).sort();
  if (field !== 'location' || !isJsonObject(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([part]) => spotParts.includes(part)));
}

const fnvStart = 0x811c9dc5;
const fnvPrime = 0x01000193;

/**
 * 24 bits in at most five letters: enough to see that a word is another one, too few to tell what
 * it was once somebody has taken it out.
 */
export function shortOf(field: string, value: Json): string {
  let hash = fnvStart;
  for (const letter of canonicalText(wordOf(field, value)))
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), fnvPrime);
  return (((hash >>> 24) ^ hash) & 0xffffff).toString(36);
}

/** Whether two values of a field say the same; absent and empty do. */
export function isSameWord(field: string, a: Json | undefined, b: Json | undefined): boolean {
  if (isEmpty(a) || isEmpty(b)) return isEmpty(a) && isEmpty(b);
  return canonicalText(wordOf(field, a as Json)) === canonicalText(wordOf(field, b as Json));
}

/** What a record is to remember of a file's words. */
export const saidIn = (type: RecordType, values: JsonObject): Said =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([field, value]) => isSayable(type, field) && !isEmpty(value))
      .map(([field, value]) => [field, shortOf(field, value)]),
  );
