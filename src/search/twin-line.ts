/** What is known of a thing that may be somewhere twice: in a file and in the book, or twice in a file. */
export interface TwinLine {
  readonly id: string;
  readonly name: string;
  /** Other names, in whatever language. */
  readonly others: readonly string[];
  readonly assetType?: string | undefined;
  readonly lon?: number | undefined;
  readonly lat?: number | undefined;
  /** How far its outline reaches from its spot, in metres; 0 or absent for a mere spot. */
  readonly reachM?: number;
  /** First line of its address. */
  readonly address?: string | undefined;
  readonly postcode?: string | undefined;
  /** Phones, web addresses, numbers on another map. */
  readonly ways: readonly string[];
  /** Nobody has named it: its name only says what it is. */
  readonly unnamed?: boolean;
}

/** The line as it is compared, its words taken apart once. */
export interface ReadLine extends TwinLine {
  readonly keys: ReadonlySet<string>;
  readonly words: readonly string[];
  /** House numbers, platforms, compass letters: things that differ in these are two. */
  readonly marks: string;
  readonly addressKey: string;
}

const dropped = new Set('a ac and an at in i of on o r the to y yn yr'.split(' '));
/** However they are written, one word. */
const sameWords: Readonly<Record<string, string>> = {
  centre: 'center',
  st: 'saint',
  rd: 'road',
  ave: 'avenue',
  llyfrgell: 'library',
  eglwys: 'church',
  ysgol: 'school',
  parc: 'park',
  neuadd: 'hall',
  canolfan: 'center',
  amgueddfa: 'museum',
};

export const wordsIn = (name: string): readonly string[] =>
  name
    .normalize('NFKD')
    .replace(/[\p{M}'’‘ʼ`]/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .map((word) => (Object.hasOwn(sameWords, word) ? (sameWords[word] ?? word) : word));

/** Compass letters and whatever has a number in it. */
const isMark = (word: string): boolean => /^[nesw]$|\p{N}/u.test(word);

/** One key for one name, with or without "the", its letters joined. */
const keyOf = (name: string): string => {
  const all = wordsIn(name);
  const kept = all.filter((word) => !dropped.has(word));
  return (kept.length > 0 ? kept : all).join('');
};

/** Only an address with a number in it says which house it is. */
function addressKeyOf({ address = '' }: TwinLine): string {
  const words = wordsIn(address.split(',')[0] ?? '');
  return words.some((word) => /\p{N}/u.test(word)) ? words.join(' ') : '';
}

export function readLine(line: TwinLine): ReadLine {
  const words = wordsIn(line.name).filter((word) => !dropped.has(word));
  const keys = [line.name, ...line.others].map(keyOf).filter((key) => key.length > 1);
  return {
    ...line,
    keys: new Set(line.unnamed ? [] : keys),
    words: [...new Set(words.filter((word) => !isMark(word)))],
    marks: words.filter(isMark).sort().join(' '),
    addressKey: addressKeyOf(line),
  };
}
