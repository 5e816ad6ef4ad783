import { wordsOf } from '#base/fold.ts';
import { createPostings, type Posting, type Postings } from './postings.ts';

/** Label and synonyms by the id of an asset type or of a gift type. */
export type TypeWords = Readonly<Record<string, string>>;

export interface TypeSlots {
  /** Words of the types. Its slots are numbers of types, not of things. */
  readonly postings: Postings;
  add(type: string, slot: number): void;
  remove(type: string, slot: number): void;
  /** Words of gifts; they come later than those of the asset types. */
  learnGifts(giftWords: TypeWords): void;
  /** Every thing of every type that has the word, with the word's weight. */
  each(posting: Posting, visit: (slot: number, weight: number) => void): void;
}

interface Type {
  readonly number: number;
  readonly things: Set<number>;
  /** A gift's, looked for only while a thing has it: else no slip or joined word would change. */
  giftWords: readonly string[];
}

const labelWeight = 250;
/** Below what people said in their own words, above where it is. */
const giftWeight = 150;

/**
 * Type words are kept once per type and not once per thing: about a hundred short texts instead of
 * fifty thousand.
 */
export function createTypeSlots(typeWords: TypeWords, giftWords: TypeWords): TypeSlots {
  const postings = createPostings();
  const byId = new Map<string, Type>();
  const types: Type[] = [];

  const typeOf = (id: string): Type => {
    const known = byId.get(id);
    if (known) return known;
    const made: Type = { number: types.length, things: new Set(), giftWords: [] };
    types.push(made);
    byId.set(id, made);
    return made;
  };
  const raise = (words: readonly string[], { number }: Type, weight: number) => {
    for (const word of words) postings.raise(word, number, weight);
  };
  const learnGifts = (learnt: TypeWords) => {
    for (const [id, text] of Object.entries(learnt)) {
      const type = typeOf(id);
      if (type.giftWords.length > 0) continue;
      type.giftWords = eachOnce(text);
      if (type.things.size > 0) raise(type.giftWords, type, giftWeight);
    }
  };

  for (const [id, text] of Object.entries(typeWords))
    raise(eachOnce(text), typeOf(id), labelWeight);
  learnGifts(giftWords);

  return {
    postings,
    learnGifts,
    add(id, slot) {
      const type = typeOf(id);
      if (type.things.size === 0) raise(type.giftWords, type, giftWeight);
      type.things.add(slot);
    },
    remove(id, slot) {
      const type = byId.get(id);
      if (!type?.things.delete(slot) || type.things.size > 0) return;
      for (const word of type.giftWords) postings.drop(word, type.number);
    },
    each({ slots, weights }, visit) {
      for (const [index, number] of slots.entries()) {
        const weight = weights[index] ?? 0;
        for (const slot of types[number]?.things ?? []) visit(slot, weight);
      }
    },
  };
}

const eachOnce = (text: string): readonly string[] => [...new Set(wordsOf(text))];
