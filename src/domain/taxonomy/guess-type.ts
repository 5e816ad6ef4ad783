import type { AssetKind } from './kinds.ts';
import { type AssetTypeId, catalogueKey, typesOfKind } from './types.ts';

interface Entry {
  readonly label: string;
  /** Parted by `|`; behind `||` the English words that people mix into another language. */
  readonly synonyms: string;
}

/** How types are called in the language shown. */
export interface TypeWords {
  /**
   * In English what a thing is stands last ("village hall"), in Welsh first ("neuadd bentref").
   */
  readonly namesFirst: boolean;
  /** The `types` part of the language's taxonomy catalogue. */
  readonly types: Readonly<Record<string, Entry | undefined>>;
}

/** Taken when nothing in the name tells: the widest type of each kind, shown and correctable. */
export const defaultTypeOfKind = {
  people: 'ind.hand',
  groups: 'assoc.social',
  organisations: 'inst.charity',
  places: 'place.square',
  exchange: 'exch.shop',
  stories: 'cult.memory',
} as const satisfies Record<AssetKind, AssetTypeId>;

/** "Caffi’r Llyfrgell" is the library's café: what Welsh hangs onto a word is no part of it. */
const hungOn = /([\p{L}\p{M}])['’](?:ch|i|m|n|r|th|u|w)(?![\p{L}\p{M}])/giu;

const wordsOf = (text: string): readonly string[] =>
  text
    .normalize('NFD')
    .replace(hungOn, '$1 ')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

const englishWhereWords =
  'at behind below beside by for from in near next of off on opposite outside over under with';
const welshWhereWords = 'ar dan drwy ger gerllaw gyda gyferbyn o rhwng tu uwchben wrth ym yn yng';

/** "Bench by the canal" is a bench: what a thing is stands before the first of these. */
const whereWords = new Set(englishWhereWords.split(' '));
/** Names in English are found in Welsh lists too. */
const allWhereWords = new Set([...whereWords, ...welshWhereWords.split(' ')]);
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

interface Typed {
  readonly words: readonly string[];
  /** How many of them say what it is; the others say where. */
  readonly naming: number;
}

function typedIn(name: string, { namesFirst }: TypeWords): Typed {
  const words = wordsOf(name);
  const where = namesFirst ? allWhereWords : whereWords;
  const end = words.findIndex((word) => where.has(word));
  return { words, naming: end < 0 ? words.length : end };
}

interface Phrase {
  readonly words: readonly string[];
  readonly isFirst: boolean;
}

/**
 * In the naming part first, then more words, whole before begun, at the end where its language
 * names things ("canal bench", "mainc y gamlas"), longer.
 */
function scoreAt(typed: Typed, start: number, { words, isFirst }: Phrase): Score {
  const like = words.map((known, offset) => likeness(typed.words[start + offset] ?? '', known));
  if (like.includes(0)) return [];
  const whole = like.filter((each) => each === 2).length;
  const naming = start < typed.naming ? 1 : 0;
  const place = isFirst ? typed.words.length - start : start;
  return [naming, words.length, whole, place, words.join('').length];
}

const bestScore = (typed: Typed, phrases: readonly Phrase[]): Score =>
  phrases
    // Nearly all end here: a spreadsheet asks a thousand of them for each of its rows.
    .filter(({ words: [first = ''] }) => typed.words.some((word) => word.startsWith(first)))
    .flatMap((phrase) => typed.words.map((_, start) => scoreAt(typed, start, phrase)))
    .reduce<Score>((best, score) => (isBetter(score, best) ? score : best), []);

const parsePhrases = (listed: string, isFirst: boolean): readonly Phrase[] =>
  listed
    .split(/[|,/:]/)
    .map((said) => ({ words: wordsOf(said), isFirst }))
    .filter(({ words }) => words.length > 0);

function phrasesIn({ label, synonyms }: Entry, namesFirst: boolean): readonly Phrase[] {
  const [own = '', english = ''] = synonyms.split('||');
  return [...parsePhrases(`${label}|${own}`, namesFirst), ...parsePhrases(english, false)];
}

/** A guess is made at every keystroke; the words stay the same. */
const parsed = new WeakMap<Entry, readonly Phrase[]>();
const phrasesOf = (entry: Entry | undefined, namesFirst: boolean): readonly Phrase[] => {
  if (!entry) return [];
  const known = parsed.get(entry) ?? phrasesIn(entry, namesFirst);
  parsed.set(entry, known);
  return known;
};

/** As `guessType`, among several kinds; of equally good ones the kind named first wins. */
export function guessTypeAmong(
  kinds: readonly AssetKind[],
  name: string,
  words: TypeWords,
): AssetTypeId | undefined {
  const typed = typedIn(name, words);
  let best: { readonly id: AssetTypeId; readonly score: Score } | undefined;
  for (const { id } of kinds.flatMap(typesOfKind)) {
    const score = bestScore(typed, phrasesOf(words.types[catalogueKey(id)], words.namesFirst));
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
