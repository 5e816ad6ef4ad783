import { useCallback } from 'react';
import type { ThingRow } from '#domain/record/thing-row.ts';
import type { FindQuery } from '#search/query.ts';
import { useAsked } from './use-asked.ts';
import { useOpened } from './use-services.ts';

export interface FoundRows {
  readonly total: number;
  readonly rows: readonly ThingRow[];
  /** Straight-line metres, beside each row; undefined without a place. */
  readonly metres: readonly (number | undefined)[];
}

/**
 * The page of rows a query finds, kept up to date; undefined until first known. While a new query
 * is being answered the last answer stands, so a list never flashes empty.
 */
export function useFound(query: FindQuery): FoundRows | undefined {
  const { services, catalogue } = useOpened();
  const asked = JSON.stringify(query);
  const ask = useCallback(async (): Promise<FoundRows> => {
    const answer = await services.finder.find(JSON.parse(asked) as FindQuery);
    const stored = await catalogue.things.bulkGet([...answer.ids]);
    const pairs = stored.flatMap((row, index) =>
      row ? [{ row, metres: answer.metres[index] }] : [],
    );
    return {
      total: answer.total,
      rows: pairs.map(({ row }) => row),
      metres: pairs.map(({ metres }) => metres),
    };
  }, [asked, services, catalogue]);
  return useAsked(ask, services.finder.onChange);
}
