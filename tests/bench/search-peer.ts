import MiniSearch from 'minisearch';
import type { ThingRow } from '#search/query.ts';
import { neighbourhoodTypeWords as typeWords } from '../support/neighbourhood-words.ts';

/**
 * The peer of P6 and P7: MiniSearch as its guide says, with the fields and weights of ours. It does
 * less than ours: no filters, no distance, no folding of accents.
 */
export function createPeer() {
  const index = new MiniSearch({
    fields: ['name', 'type', 'words', 'where', 'line'],
    searchOptions: {
      prefix: true,
      fuzzy: 0.2,
      boost: { name: 4, type: 2.5, words: 2, where: 1.2, line: 1 },
    },
  });
  return {
    load: (rows: readonly ThingRow[]): void =>
      index.addAll(
        rows.map(({ id, name, assetType = '', words, where = '', line = '' }) => ({
          id,
          name,
          type: typeWords[assetType] ?? '',
          words,
          where,
          line,
        })),
      ),
    find: (text: string, limit: number): string[] =>
      index
        .search(text)
        .slice(0, limit)
        .map(({ id }) => String(id)),
  };
}
