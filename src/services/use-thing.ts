import { useLiveQuery } from 'dexie-react-hooks';
import { useCallback, useReducer } from 'react';
import type { Result } from '#base/result.ts';
import type { CatalogueDb, LinkRow } from '#catalogue/catalogue-db.ts';
import type { ConnectionState, Relation } from '#domain/connection/connection.ts';
import type { ThingRow } from '#domain/record/thing-row.ts';
import type { ReadFailure, ReadRecord } from './book.ts';
import { useAsked } from './use-asked.ts';
import { useBook, useOpened } from './use-services.ts';

export interface Tie {
  /** The connection's own id. */
  readonly id: string;
  readonly rel: Relation;
  readonly state: ConnectionState;
  readonly other: ThingRow;
  /** True where this thing is the one the relation starts from. */
  readonly outward: boolean;
}

export interface Unread {
  readonly failure: ReadFailure;
  readonly tryAgain: () => void;
}

export interface Thing {
  readonly row: ThingRow;
  /** Undefined while the whole record is being read, and when it cannot be. */
  readonly read: ReadRecord | undefined;
  /** Why the whole record cannot be read, and the way to try again. */
  readonly unread: Unread | undefined;
  readonly ties: readonly Tie[];
  /** Activities it organises. */
  readonly happenings: readonly ThingRow[];
  readonly confirmations: readonly { readonly at: string; readonly by: string }[];
}

async function tiesOf(db: CatalogueDb, id: string, links: readonly LinkRow[]): Promise<Tie[]> {
  const ties = links.filter(({ what }) => what === 'tie');
  const others = await db.things.bulkGet(ties.map(({ from, to }) => (from === id ? to : from)));
  return ties.flatMap((tie, index) => {
    const other = others[index];
    if (!other || !tie.rel) return [];
    const { rel, state = 'active' } = tie;
    return [{ id: tie.id, rel, state, other, outward: tie.from === id }];
  });
}

async function seenFrom(db: CatalogueDb, id: string) {
  const row = await db.things.get(id);
  if (!row) return 'missing' as const;
  const links = await db.links.where('from').equals(id).or('to').equals(id).toArray();
  const happening = links.filter(({ what, from }) => what === 'happening' && from === id);
  const happenings = await db.things.bulkGet(happening.map(({ to }) => to));
  return {
    row,
    ties: await tiesOf(db, id, links),
    happenings: happenings.filter((found) => found !== undefined),
    confirmations: links.flatMap(({ what, at, by }) =>
      what === 'confirms' && at && by ? [{ at, by }] : [],
    ),
  };
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
  const seen = useLiveQuery(() => seenFrom(catalogue, id), [catalogue, id]);
  const [tries, tryAgain] = useReducer((count: number) => count + 1, 0);
  const whole = useWhole(seen && seen !== 'missing' ? seen.row : undefined, tries);
  if (!seen || seen === 'missing') return seen;
  return {
    ...seen,
    read: whole?.ok ? whole.value : undefined,
    unread: whole && !whole.ok ? { failure: whole.error, tryAgain } : undefined,
  };
}

export function useRows(ids: readonly string[]): readonly (ThingRow | undefined)[] {
  const { catalogue } = useOpened();
  return useLiveQuery(() => catalogue.things.bulkGet([...ids]), [catalogue, ids.join()]) ?? [];
}
