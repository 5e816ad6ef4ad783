import { wordsOf } from '#base/fold.ts';
import type { ThingRow } from './query.ts';

/** Name over tags and gifts over place over line; the words of the type have 250, of gifts' types 150. */
const fields = [
  { of: (row: ThingRow) => row.name, weight: 400 },
  { of: (row: ThingRow) => row.words, weight: 200 },
  { of: (row: ThingRow) => row.where, weight: 120 },
  { of: (row: ThingRow) => row.line, weight: 100 },
] as const;

/**
 * Calls `visit` with each word of the row and its weight, a whole number. A word weighs more in a
 * short text, so a thing called just `Library` comes before `Friends of the Library`.
 */
export function eachRowWord(row: ThingRow, visit: (word: string, weight: number) => void): void {
  for (const { of, weight } of fields) {
    const text = of(row);
    if (!text) continue;
    const words = new Set(wordsOf(text));
    const weighed = Math.round((weight * 1.2) / (1 + 0.05 * words.size));
    for (const word of words) visit(word, weighed);
  }
}

/** The types whose words find the row: its own and those of its gifts. */
export const typesOf = ({ assetType, giftTypes = [] }: ThingRow): readonly string[] =>
  assetType === undefined ? giftTypes : [assetType, ...giftTypes];
