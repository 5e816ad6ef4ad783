import { inAll, inAny, type Matches } from './combine-hits.ts';
import { createPostings } from './postings.ts';
import type { ThingRow } from './query.ts';
import { eachRowWord, typesOf } from './row-words.ts';
import { createTermLookup } from './term-lookup.ts';
import { createTypeSlots, type TypeWords } from './type-slots.ts';
import { termsOf } from './words.ts';

export interface TextIndex {
  add(slot: number, row: ThingRow): void;
  /** Needs the very row that was added. */
  remove(slot: number, row: ThingRow): void;
  learnGifts(giftWords: TypeWords): void;
  /** Undefined when there is no word in the text: it asks nothing. */
  search(text: string): Matches | undefined;
}

export function createTextIndex(typeWords: TypeWords, giftWords: TypeWords): TextIndex {
  const words = createPostings();
  const types = createTypeSlots(typeWords, giftWords);
  const lookup = createTermLookup(words, types);
  let size = 0;
  let slots = 0;

  const isWord = (word: string) => (words.get(word) ?? types.postings.get(word)) !== undefined;

  /** `foodbank` as `food bank` where no word starts like the one and both others are words. */
  const unjoined = (term: string): readonly string[] => {
    if (words.hasBeginning(term) || types.postings.hasBeginning(term)) return [term];
    for (let at = term.length - 2; at >= 2; at -= 1) {
      const parts = [term.slice(0, at), term.slice(at)] as const;
      if (parts.every(isWord)) return parts;
    }
    return [term];
  };

  const hitsOf = (terms: readonly string[], slipsToo: boolean) =>
    terms.map((term) => lookup.find(term, slipsToo, slots));

  return {
    add(slot, row) {
      eachRowWord(row, (word, weight) => words.raise(word, slot, weight));
      for (const type of typesOf(row)) types.add(type, slot);
      slots = Math.max(slots, slot + 1);
      size += 1;
      lookup.forget();
    },
    remove(slot, row) {
      eachRowWord(row, (word) => words.drop(word, slot));
      for (const type of typesOf(row)) types.remove(type, slot);
      size -= 1;
      lookup.forget();
    },
    learnGifts(learnt) {
      types.learnGifts(learnt);
      lookup.forget();
    },
    search(text) {
      const terms = [...new Set(termsOf(text).flatMap(unjoined))];
      if (terms.length === 0) return undefined;
      const sure = hitsOf(terms, false);
      const all = inAll(sure, size);
      if (all.slots.length > 0) return all;
      const guessed = inAll(hitsOf(terms, true), size);
      return guessed.slots.length > 0 ? guessed : inAny(sure, size);
    },
  };
}
