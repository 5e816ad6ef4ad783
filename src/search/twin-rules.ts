import type { ReadLine } from './twin-line.ts';

/** Why two things look like one. */
export type TwinWhy = 'name' | 'kind' | 'address' | 'ways';

/** As far apart as two people set down one place. */
const sameNameM = 75;
const alikeM = 40;
const sameKindM = 10;
/** One of them without a name: the shape and the spot of one place, as a rule. */
const halfNamedM = 30;
const sameAddressM = 500;
const sameWayM = 250;
const outlineMost = 150;
const tellingLetters = 4;
const looseLetters = 6;

/** How far from a thing another may stand that looks like it by its name or its kind. */
export const lookedAroundM = (a: ReadLine, mostReachM: number): number =>
  sameNameM + reachOf(a) + Math.min(mostReachM, outlineMost);

const share = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean => {
  for (const key of a) if (b.has(key)) return true;
  return false;
};

const marksPart = (a: ReadLine, b: ReadLine): boolean =>
  a.marks !== '' && b.marks !== '' && a.marks !== b.marks;

/** One letter more, less or another. */
function isOneLetterOff(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return short.slice(short.length === long.length ? at + 1 : at) === long.slice(at + 1);
}

const isSameWord = (a: string, b: string): boolean =>
  a === b || (a.length >= looseLetters && b.length >= looseLetters && isOneLetterOff(a, b));

/** All that the shorter name says, the longer one says too: "Pill Library", "Library of Pill". */
function isWithin(a: ReadLine, b: ReadLine): boolean {
  const [short, long] = a.words.length <= b.words.length ? [a.words, b.words] : [b.words, a.words];
  if (!short.some((word) => word.length >= tellingLetters)) return false;
  return short.every((word) => long.some((other) => isSameWord(word, other)));
}

const isStop = ({ assetType }: ReadLine): boolean => assetType === 'place.travel';

/** A stop bears the name of what it stands before. */
const isStopBefore = (a: ReadLine, b: ReadLine): boolean => isStop(a) !== isStop(b);

/** Of one kind; outlines reach further than spots. Not known counts as no kind at all. */
const isOneKind = (a: ReadLine, b: ReadLine): boolean =>
  a.assetType !== undefined && a.assetType === b.assetType;

const reachOf = ({ reachM = 0 }: ReadLine): number => Math.min(reachM, outlineMost);

const isOutline = ({ reachM = 0 }: ReadLine): boolean => reachM > 0;

/** Two that nobody has named, of one kind: one spot, or the spot and the outline of one place. */
function isNamelessPair(a: ReadLine, b: ReadLine, metres: number, isOneFile: boolean): boolean {
  const isMixed = isOutline(a) !== isOutline(b);
  if (isMixed) return metres <= halfNamedM;
  return !isOneFile && metres <= sameKindM;
}

export interface Pair {
  /** Undefined where one of them has no spot. */
  readonly metres: number | undefined;
  /** Both stand in one file, whose makers took them for two. */
  readonly isOneFile: boolean;
}

function kindLooksAlike(a: ReadLine, b: ReadLine, { metres = 0, isOneFile }: Pair): boolean {
  if (!isOneKind(a, b) || marksPart(a, b)) return false;
  if (a.unnamed && b.unnamed) return isNamelessPair(a, b, metres, isOneFile);
  if (a.unnamed || b.unnamed)
    return metres <= halfNamedM && (!isOneFile || isOutline(a) !== isOutline(b));
  return metres <= alikeM + Math.max(reachOf(a), reachOf(b)) && isWithin(a, b);
}

const isOnePostcode = (a: ReadLine, b: ReadLine): boolean =>
  a.postcode === undefined || b.postcode === undefined || a.postcode === b.postcode;

const isOneAddress = (a: ReadLine, b: ReadLine): boolean =>
  a.addressKey !== '' && a.addressKey === b.addressKey && isOnePostcode(a, b);

/** Without a spot a name alone says little: the postcode or the address has to agree. */
function spotlessAlike(a: ReadLine, b: ReadLine): TwinWhy | undefined {
  const isCalledSo = share(a.keys, b.keys) && !marksPart(a, b);
  const isOnePlace = isOneAddress(a, b) || (a.postcode !== undefined && a.postcode === b.postcode);
  return isCalledSo && isOnePlace && !isStopBefore(a, b) ? 'name' : undefined;
}

/** One number or address that both give, of which no others are likely to be theirs too. */
function isOneWay(a: ReadLine, b: ReadLine, { metres = 0, isOneFile }: Pair): boolean {
  const ways = a.ways.filter((way) => b.ways.includes(way));
  if (ways.some((way) => way.startsWith('osm:'))) return true;
  // The courts of one park, which nobody has named, may all give the park's web address.
  const isTold = isOneKind(a, b) && !marksPart(a, b) && !(isOneFile && a.unnamed && b.unnamed);
  return ways.length > 0 && isTold && metres <= sameWayM;
}

function isOneName(a: ReadLine, b: ReadLine, metres: number): boolean {
  const most = sameNameM + reachOf(a) + reachOf(b);
  return metres <= most && share(a.keys, b.keys) && !isStopBefore(a, b);
}

function isOneHouse(a: ReadLine, b: ReadLine, { metres = 0 }: Pair): boolean {
  return metres <= sameAddressM && isOneAddress(a, b) && isOneKind(a, b) && !marksPart(a, b);
}

/** Asked of everything near, so it must be quick: what is neither of one name nor of one kind is no twin. */
export const mayBeAlike = (a: ReadLine, b: ReadLine): boolean =>
  share(a.keys, b.keys) || (isOneKind(a, b) && !marksPart(a, b));

/** Why two things look like one; undefined where they do not. */
export function whyAlike(a: ReadLine, b: ReadLine, pair: Pair): TwinWhy | undefined {
  const { metres, isOneFile } = pair;
  // On either side of a road stand two stops of one name.
  if (isOneFile && isStop(a) && isStop(b)) return undefined;
  if (isOneWay(a, b, pair)) return 'ways';
  if (metres === undefined) return spotlessAlike(a, b) ?? houseOf(a, b, pair);
  if (isOneName(a, b, metres)) return 'name';
  return kindLooksAlike(a, b, pair) ? 'kind' : houseOf(a, b, pair);
}

const houseOf = (a: ReadLine, b: ReadLine, pair: Pair): TwinWhy | undefined =>
  isOneHouse(a, b, pair) ? 'address' : undefined;
