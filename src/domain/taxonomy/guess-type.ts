import type { AssetKind } from './kinds.ts';
import { type AssetTypeId, catalogueKey, typesOfKind } from './types.ts';

/** The `types` part of a language's taxonomy catalogue; synonyms are parted by `|`. */
export type TypeWords = Readonly<
  Record<string, { readonly label: string; readonly synonyms: string } | undefined>
>;

/** Taken when nothing in the name tells: the widest type of each kind, shown and correctable. */
export const defaultTypeOfKind = {
  people: 'ind.hand',
  groups: 'assoc.social',
  organisations: 'inst.charity',
  places: 'place.square',
  exchange: 'exch.shop',
  stories: 'cult.memory',
} as const satisfies Record<AssetKind, AssetTypeId>;

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/** "Bench by the canal" is a bench: what a thing is stands before the first of these. */
const whereWords = new Set(
  'at behind below beside by for from in near next of off on opposite outside over under with'.split(
    ' ',
  ),
);
const shortestPrefix = 4;

/** 2 = the word itself or its plural, 1 = a longer word that begins with it, 0 = another word. */
const likeness = (typed: string, known: string): 0 | 1 | 2 => {
  if (!typed.startsWith(known)) return 0;
  if (typed === known || typed === `${known}s` || typed === `${known}es`) return 2;
  return known.length >= shortestPrefix ? 1 : 0;
};

/** Compared from the left; the first difference decides. */
type Score = readonly number[];

const isBetter = (a: Score, b: Score): boolean => {
  const at = a.findIndex((part, index) => part !== b[index]);
  return at >= 0 && (a[at] ?? -1) > (b[at] ?? -1);
};

/** In the naming part first, then more words, whole before begun, later ("canal bench"), longer. */
const scoreAt = (typed: readonly string[], start: number, phrase: readonly string[]): Score => {
  const like = phrase.map((known, offset) => likeness(typed[start + offset] ?? '', known));
  if (like.includes(0)) return [];
  const headEnd = typed.findIndex((word) => whereWords.has(word));
  const whole = like.filter((each) => each === 2).length;
  const naming = headEnd < 0 || start < headEnd ? 1 : 0;
  return [naming, phrase.length, whole, start, phrase.join('').length];
};

const bestScore = (typed: readonly string[], phrases: Phrases): Score =>
  phrases
    // Nearly all end here: a spreadsheet asks a thousand of them for each of its rows.
    .filter(([first = '']) => typed.some((word) => word.startsWith(first)))
    .flatMap((phrase) => typed.map((_, start) => scoreAt(typed, start, phrase)))
    .reduce<Score>((best, score) => (isBetter(score, best) ? score : best), []);

type Phrases = readonly (readonly string[])[];
type Entry = NonNullable<TypeWords[string]>;

const parsePhrases = ({ label, synonyms }: Entry): Phrases =>
  `${label}|${synonyms}`
    .split(/[|,/:]/)
    .map(wordsOf)
    .filter((phrase) => phrase.length > 0);

/** A guess is made at every keystroke; the words stay the same. */
const parsed = new WeakMap<Entry, Phrases>();
const phrasesOf = (entry: Entry | undefined): Phrases => {
  if (!entry) return [];
  const known = parsed.get(entry) ?? parsePhrases(entry);
  parsed.set(entry, known);
  return known;
};

/** As `guessType`, among several kinds; of equally good ones the kind named first wins. */
export function guessTypeAmong(
  kinds: readonly AssetKind[],
  name: string,
  words: TypeWords,
): AssetTypeId | undefined {
  const typed = wordsOf(name);
  let best: { readonly id: AssetTypeId; readonly score: Score } | undefined;
  for (const { id } of kinds.flatMap(typesOfKind)) {
    const score = bestScore(typed, phrasesOf(words[catalogueKey(id)]));
    if (score.length > 0 && (!best || isBetter(score, best.score))) best = { id, score };
  }
  return best?.id;
}

/**
 * The asset type a typed name tells of ("Tuesday knitters" → `assoc.hobby`), by whole words and
 * beginnings of words over labels and synonyms; the most specific wins, then the order of types.
 */
export const guessType = (
  kind: AssetKind,
  name: string,
  words: TypeWords,
): AssetTypeId | undefined => guessTypeAmong([kind], name, words);
