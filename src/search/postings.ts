import SearchableMap from 'minisearch/SearchableMap';

/** In which slots a word stands, in rising order, and how much it weighs in each. Whole numbers. */
export interface Posting {
  readonly word: string;
  readonly slots: number[];
  readonly weights: number[];
}

export interface Postings {
  /** Lets the word weigh more in that slot. */
  raise(word: string, slot: number, weight: number): void;
  /** Takes the word out of that slot altogether. */
  drop(word: string, slot: number): void;
  get(word: string): Posting | undefined;
  /** Every word that starts so, itself included. */
  startingWith(beginning: string): Iterable<Posting>;
  hasBeginning(beginning: string): boolean;
  /** Every word at most `distance` letters put in, left out or changed away, with how many. */
  near(word: string, distance: number): Iterable<readonly [Posting, number]>;
}

/**
 * An inverted index over MiniSearch's radix tree. Typos and beginnings are matched against the
 * words, which stay few, and never against the things. Nothing in it depends on the order in which
 * things came, so an index changed bit by bit answers as one built afresh.
 */
export function createPostings(): Postings {
  const known = new Map<string, Posting>();
  const tree = new SearchableMap<Posting>();

  const postingOf = (word: string): Posting => {
    const found = known.get(word);
    if (found) return found;
    const made: Posting = { word, slots: [], weights: [] };
    known.set(word, made);
    tree.set(word, made);
    return made;
  };

  return {
    raise(word, slot, weight) {
      const { slots, weights } = postingOf(word);
      const at = placeOf(slots, slot);
      if (slots[at] === slot) weights[at] = (weights[at] ?? 0) + weight;
      else if (at === slots.length) {
        slots.push(slot);
        weights.push(weight);
      } else {
        slots.splice(at, 0, slot);
        weights.splice(at, 0, weight);
      }
    },
    drop(word, slot) {
      const posting = known.get(word);
      if (!posting) return;
      const at = placeOf(posting.slots, slot);
      if (posting.slots[at] !== slot) return;
      posting.slots.splice(at, 1);
      posting.weights.splice(at, 1);
      if (posting.slots.length > 0) return;
      known.delete(word);
      tree.delete(word);
    },
    get: (word) => known.get(word),
    startingWith: (beginning) => ({ [Symbol.iterator]: () => tree.atPrefix(beginning).values() }),
    hasBeginning: (beginning) => !tree.atPrefix(beginning).values().next().done,
    near: (word, distance) => tree.fuzzyGet(word, distance).values(),
  };
}

/** Where the slot is in a rising list, or would have to go. Loading appends, so the end is tried first. */
function placeOf(slots: readonly number[], slot: number): number {
  let high = slots.length - 1;
  const last = slots[high];
  if (last === undefined || slot > last) return slots.length;
  let low = 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((slots[middle] ?? 0) < slot) low = middle + 1;
    else high = middle;
  }
  return low;
}
