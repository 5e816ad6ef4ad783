import { isJsonObject, type Json, type JsonObject } from '#base/json.ts';
import type { LocaleId } from './locale.ts';

const accents: Readonly<Record<string, string>> = {
  a: 'á',
  c: 'ç',
  d: 'ð',
  e: 'é',
  g: 'ğ',
  h: 'ĥ',
  i: 'í',
  j: 'ĵ',
  k: 'ķ',
  l: 'ļ',
  n: 'ñ',
  o: 'ö',
  r: 'ŕ',
  s: 'š',
  t: 'ţ',
  u: 'ü',
  w: 'ŵ',
  y: 'ý',
  z: 'ž',
  A: 'Á',
  C: 'Ç',
  D: 'Ð',
  E: 'É',
  G: 'Ğ',
  H: 'Ĥ',
  I: 'Í',
  J: 'Ĵ',
  K: 'Ķ',
  L: 'Ļ',
  N: 'Ñ',
  O: 'Ö',
  R: 'Ŕ',
  S: 'Š',
  T: 'Ţ',
  U: 'Ü',
  W: 'Ŵ',
  Y: 'Ý',
  Z: 'Ž',
};

/** `{{name}}`, `$t(key)` and `<b>` are for the machine and stay as they are. */
const machineParts = /(\{\{[^}]*\}\}|\$t\([^)]*\)|<\/?[a-z]+>)/g;

const accented = (text: string): string =>
  [...text].map((letter) => accents[letter] ?? letter).join('');

/** Accents, 40 % longer, in brackets: hard-coded words and clipped labels show at a glance. */
export function accentedWords(text: string): string {
  const parts = text.split(machineParts).map((part, i) => (i % 2 === 1 ? part : accented(part)));
  const spoken = text.replace(machineParts, '').length;
  return `⟦${parts.join('')}${' ~'.repeat(Math.ceil((spoken * 0.4) / 2))}⟧`;
}

const rightToLeftMark = '\u200F';

/** The same words, marked right to left, in brackets that stand the other way round. */
export const mirroredWords = (text: string): string =>
  `${rightToLeftMark}⟧${text}⟦${rightToLeftMark}`;

const changes: Readonly<Record<LocaleId, ((text: string) => string) | undefined>> = {
  'en-GB': undefined,
  cy: undefined,
  'en-XA': accentedWords,
  'ar-XB': mirroredWords,
};

const changeAll = (words: Json, change: (text: string) => string): Json => {
  if (typeof words === 'string') return change(words);
  if (!isJsonObject(words)) return words;
  return Object.fromEntries(
    Object.entries(words).map(([key, value]) => [key, changeAll(value, change)]),
  );
};

/** A catalogue as this locale shows it; a real locale's stays untouched. */
export function wordsIn(locale: LocaleId, words: JsonObject): JsonObject {
  const change = changes[locale];
  const changed = change ? changeAll(words, change) : words;
  return isJsonObject(changed) ? changed : words;
}
