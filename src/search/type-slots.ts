import { createPostings, type Posting, type Postings } from './postings.ts';
import { wordsOf } from './words.ts';

/** Label and synonyms by asset type id. */
export type TypeWords = Readonly<Record<string, string>>;

export interface TypeSlots {
  /** Words of the types. Its slots are numbers of types, not of things. */
  readonly postings: Postings;
  add(assetType: string, slot: number): void;
  remove(assetType: string, slot: number): void;
  /** Every thing of every type that has the word, with the word's weight. */
  each(posting: Posting, visit: (slot: number, weight: number) => void): void;
}

const labelWeight = 250;

/**
 * Type words are kept once per type and not once per thing: seventy-four short texts instead of
 * fifty thousand.
 */
export function createTypeSlots(typeWords: TypeWords): TypeSlots {
  const postings = createPostings();
  const numbers = new Map<string, number>();
  const things: Set<number>[] = [];
  for (const [assetType, text] of Object.entries(typeWords)) {
    const number = things.push(new Set()) - 1;
    numbers.set(assetType, number);
    for (const word of new Set(wordsOf(text))) postings.raise(word, number, labelWeight);
  }
  const thingsOf = (assetType: string) => things[numbers.get(assetType) ?? -1];

  return {
    postings,
    add: (assetType, slot) => void thingsOf(assetType)?.add(slot),
    remove: (assetType, slot) => void thingsOf(assetType)?.delete(slot),
    each({ slots, weights }, visit) {
      for (const [index, number] of slots.entries()) {
        const weight = weights[index] ?? 0;
        for (const slot of things[number] ?? []) visit(slot, weight);
      }
    },
  };
}
