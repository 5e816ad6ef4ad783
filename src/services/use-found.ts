import { useMemo } from 'react';
import type { ThingRow } from '#domain/record/thing-row.ts';
import type { Away, FindQuery } from '#search/query.ts';
import type { Opened } from './create-services.ts';
import { useAsked } from './use-asked.ts';
import { useOpened } from './use-services.ts';

export interface FoundRows {
  readonly total: number;
  readonly rows: readonly ThingRow[];
  /** How far, beside each row; undefined without a place. */
  readonly away: readonly (Away | undefined)[];
}

async function findRows({ services, catalogue }: Opened, query: FindQuery): Promise<FoundRows> {
  const answer = await services.finder.find(query);
  const stored = await catalogue.things.bulkGet([...answer.ids]);
  const pairs = stored.flatMap((row, index) => (row ? [{ row, away: answer.away[index] }] : []));
  return {
    total: answer.total,
    rows: pairs.map(({ row }) => row),
    away: pairs.map(({ away }) => away),
  };
}

/**
 * The page of rows a query finds, kept up to date; undefined until first known. While a new query
 * is being answered the last answer stands, so a list never flashes empty. Without a query nothing
 * is asked yet.
 */
export function useFound(query: FindQuery | undefined): FoundRows | undefined {
  const opened = useOpened();
  const asked = query && JSON.stringify(query);
  const ask = useMemo(
    () => (asked === undefined ? undefined : () => findRows(opened, JSON.parse(asked))),
    [asked, opened],
  );
  return useAsked(ask, opened.services.finder.onChange);
}
