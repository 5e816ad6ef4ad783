import type { Postings } from './postings.ts';
import { type Look, lookClipped, lookForSlips, lookSure } from './term-hits.ts';
import type { TypeSlots } from './type-slots.ts';

/** Slots that one word found, each once, and beside it how well it matches. */
export interface Hits {
  readonly slots: readonly number[];
  readonly scores: Float64Array;
  /** Slips were looked for as well. */
  readonly hasSlips: boolean;
}

/** Below this many finds the word may be a slip of the finger. */
const few = 4;
const mostKept = 24;

/**
 * Looks words up and keeps the newest answers, as someone typing a second word asks for the first
 * one again with each letter. `forget` after every change.
 */
export function createTermLookup(words: Postings, types: TypeSlots) {
  const kept = new Map<string, Hits>();
  let best = new Float64Array(0);

  const gather = (term: string, slipsToo: boolean): Hits => {
    const slots: number[] = [];
    const note = (slot: number, score: number) => {
      const before = best[slot] ?? 0;
      if (score <= before) return;
      if (before === 0) slots.push(slot);
      best[slot] = score;
    };
    const take = (look: Look) => {
      look(words, term, ({ slots: found, weights }, quality) => {
        for (let at = 0; at < found.length; at += 1)
          note(found[at] ?? 0, (weights[at] ?? 0) * quality);
      });
      look(types.postings, term, (posting, quality) =>
        types.each(posting, (slot, weight) => note(slot, weight * quality)),
      );
    };
    take(lookSure);
    const hasSlips = slipsToo || slots.length < few;
    if (hasSlips) take(lookForSlips);
    if (slots.length === 0) take(lookClipped);
    const scores = Float64Array.from(slots, (slot) => best[slot] ?? 0);
    for (const slot of slots) best[slot] = 0;
    return { slots, scores, hasSlips };
  };

  return {
    /** `slots`: how many slots there are, taken or not. */
    find(term: string, slipsToo: boolean, slots: number): Hits {
      if (best.length < slots) best = new Float64Array(slots * 2);
      const sure = kept.get(term);
      const key = slipsToo && !sure?.hasSlips ? `~${term}` : term;
      const hits = kept.get(key) ?? gather(term, slipsToo);
      kept.delete(key);
      kept.set(key, hits);
      const [oldest] = kept.keys();
      if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
      return hits;
    },
    forget: () => kept.clear(),
  };
}
