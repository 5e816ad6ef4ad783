import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useReducer } from 'react';
import type { Result } from '#base/result.ts';
import type { ThingRow } from '#domain/record/thing-row.ts';
import type { ReadFailure, ReadRecord } from './book.ts';
import { shelfOf, type ThingAround, thingOn } from './thing-on-shelf.ts';
import { useAsked } from './use-asked.ts';
import { useBook, useOpened } from './use-services.ts';

export interface Unread {
  readonly failure: ReadFailure;
  readonly tryAgain: () => void;
}

export interface Thing extends ThingAround {
  /** Undefined while the whole record is being read, and when it cannot be. */
  readonly read: ReadRecord | undefined;
  /** Why the whole record cannot be read, and the way to try again. */
  readonly unread: Unread | undefined;
}

interface Whole {
  /** The row it was asked for, and at which try. */
  readonly of: string;
  readonly found: Result<ReadRecord, ReadFailure>;
}

/** The whole record behind a row, read again whenever the row moves, and anew at each try. */
function useWhole(row: ThingRow | undefined, tries: number): Whole['found'] | undefined {
  const book = useBook();
  const of = `${row?.id} ${tries}`;
  const ask = useCallback(async (): Promise<Whole | undefined> => {
    if (!row) return undefined;
    return { of, found: await book.read({ id: row.id, type: row.type }) };
  }, [book, row, of]);
  const whole = useAsked(ask);
  return whole?.of === of ? whole.found : undefined;
}

/** One thing with everything its card shows; undefined while it is being looked up. */
export function useThing(id: string): Thing | 'missing' | undefined {
  const { catalogue } = useOpened();
  const seen = useLiveQuery(() => thingOn(shelfOf(catalogue), id), [catalogue, id]);
  const [tries, tryAgain] = useReducer((count: number) => count + 1, 0);
  const whole = useWhole(seen && seen !== 'missing' ? seen.row : undefined, tries);
  if (!seen || seen === 'missing') return seen;
  return {
    ...seen,
    read: whole?.ok ? whole.value : undefined,
    unread: whole && !whole.ok ? { failure: whole.error, tryAgain } : undefined,
  };
}
