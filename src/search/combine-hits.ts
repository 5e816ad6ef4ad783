import type { Hits } from './term-lookup.ts';

export interface Matches {
  readonly slots: readonly number[];
  /** Beside each slot. A whole number: what matches equally well is equal, and nearness decides. */
  readonly scores: readonly number[];
}

interface Sum {
  score: number;
  words: number;
}

/** How much it says to be found by a word: more, the fewer are found by it (as in BM25). */
const rarity = (found: number, size: number): number =>
  Math.log(1 + Math.max(0, size - found + 0.5) / (found + 0.5));

/** The things that each word found. */
export function inAll(lists: readonly Hits[], size: number): Matches {
  const [first, ...others] = lists.toSorted((a, b) => a.slots.length - b.slots.length);
  if (!first) return { slots: [], scores: [] };
  if (others.length === 0) return { slots: first.slots, scores: weighed(first, size) };
  const sums = new Map<number, Sum>();
  addUp(sums, first, size);
  for (const hits of others) addUp(sums, hits, size, true);
  return matchesOf(sums, lists.length);
}

/** The things that any word found; those found by more words weigh more. */
export function inAny(lists: readonly Hits[], size: number): Matches {
  const sums = new Map<number, Sum>();
  for (const hits of lists) addUp(sums, hits, size);
  return matchesOf(sums, 1);
}

const weighed = ({ slots, scores }: Hits, size: number): number[] => {
  const weight = rarity(slots.length, size);
  return Array.from(scores, (score) => Math.round(score * weight));
};

function addUp(sums: Map<number, Sum>, hits: Hits, size: number, onlyKnown = false): void {
  const scores = weighed(hits, size);
  for (const [at, slot] of hits.slots.entries()) {
    const sum = sums.get(slot);
    const score = scores[at] ?? 0;
    if (sum) {
      sum.score += score;
      sum.words += 1;
    } else if (!onlyKnown) sums.set(slot, { score, words: 1 });
  }
}

function matchesOf(sums: ReadonlyMap<number, Sum>, least: number): Matches {
  const slots: number[] = [];
  const scores: number[] = [];
  for (const [slot, { score, words }] of sums) {
    if (words < least) continue;
    slots.push(slot);
    scores.push(score * words);
  }
  return { slots, scores };
}
