import { wordsOf } from '#base/fold.ts';

/** What people and signs shorten: both spellings become the short one. */
const shortened: Readonly<Record<string, string>> = {
  street: 'st',
  saint: 'st',
  road: 'rd',
  avenue: 'ave',
  av: 'ave',
  lane: 'ln',
  close: 'cl',
  crescent: 'cres',
  drive: 'dr',
  place: 'pl',
  square: 'sq',
  terrace: 'tce',
  terr: 'tce',
  gardens: 'gdns',
  court: 'ct',
  grove: 'gr',
};

export interface StreetWord {
  readonly whole: string;
  readonly short: string;
}

/** A street's name, or what was typed of one, in words that can be compared. */
export const streetWords = (text: string): StreetWord[] =>
  wordsOf(text).map((whole) => ({ whole, short: shortened[whole] ?? whole }));

/** `12`, `12a`, `12-14`: what stands before or behind a street's name. */
const number = /^\d+[a-z]?([-–/]\d+[a-z]?)?$/i;

export interface TypedPlace {
  readonly words: readonly StreetWord[];
  readonly number: string | undefined;
  /** In capitals and without its gap. */
  readonly postcode?: string;
}

/** `12 Commercial Rd` and `Commercial Road 12` are the same house. */
export function readTyped(typed: string): TypedPlace {
  const parts = typed.trim().split(/[\s,]+/);
  const place = [0, parts.length - 1].find((n) => number.test(parts[n] ?? ''));
  // A number alone is the beginning of nothing: "12" would be every twelfth house.
  if (place === undefined || parts.length < 2)
    return { words: streetWords(typed), number: undefined };
  const rest = parts.filter((_, n) => n !== place).join(' ');
  return { words: streetWords(rest), number: parts[place]?.toLowerCase() };
}

/** A whole British postcode behind other words. */
const postcodeBehind = /^(.*\S)[\s,]+([a-z]{1,2}\d[a-z\d]?)\s*(\d[a-z]{2})\s*$/i;

/** `3 Alder Road, Newport, NP99 1AA`: a whole address; undefined where no postcode ends it. */
export function readAddress(typed: string): TypedPlace | undefined {
  const [, line = '', out = '', inner = ''] = postcodeBehind.exec(typed) ?? [];
  if (!line) return undefined;
  // The town stands behind a comma, and the pack is of one neighbourhood.
  return { ...readTyped(line.split(',')[0] ?? ''), postcode: (out + inner).toUpperCase() };
}

const isBegunBy = (name: StreetWord, typed: StreetWord): boolean =>
  name.whole.startsWith(typed.whole) || name.short === typed.short;

/** Each typed word begins another word of the name: 0 where it does not, more where it is closer. */
export function closeness(typed: readonly StreetWord[], name: readonly StreetWord[]): number {
  if (typed.length === 0 || typed.length > name.length) return 0;
  const left = [...name];
  for (const word of typed) {
    const n = left.findIndex((each) => isBegunBy(each, word));
    if (n < 0) return 0;
    left.splice(n, 1);
  }
  const isInOrder = typed.every((word, n) => name[n] !== undefined && isBegunBy(name[n], word));
  return (isInOrder ? 2 : 1) + typed.length / name.length;
}
