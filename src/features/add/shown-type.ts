import type { GiftDimension } from '#domain/taxonomy/gifts.ts';
import { defaultTypeOfKind, guessType, type TypeWords } from '#domain/taxonomy/guess-type.ts';
import type { AssetKind } from '#domain/taxonomy/kinds.ts';
import { findType } from '#domain/taxonomy/types.ts';
import type { Answers } from './answers.ts';

export interface ShownType {
  readonly id: string;
  /** By hand, told by the words typed, or the kind's widest because they tell nothing. */
  readonly by: 'hand' | 'words' | 'nothing';
}

const typeOfDimension: Readonly<Record<GiftDimension, string>> = {
  head: 'ind.head',
  hand: 'ind.hand',
  heart: 'ind.heart',
};

/** A person's type comes from the gift: a surname such as Baker tells nothing. */
export function shownType(answers: Answers, kind: AssetKind, words: TypeWords): ShownType {
  const { type, name, gift, dimension } = answers;
  if (type && findType(type)?.kind === kind) return { id: type, by: 'hand' };
  const guess = guessType(kind, kind === 'people' ? gift : name, words);
  if (guess) return { id: guess, by: 'words' };
  const usual = kind === 'people' ? typeOfDimension[dimension] : defaultTypeOfKind[kind];
  return { id: usual, by: 'nothing' };
}
