import { useLiveQuery } from 'dexie-react-hooks';
import type { CatalogueDb, CatalogueRow } from '#catalogue/catalogue-db.ts';
import { type HeldThing, mayHold } from '#formats/csv-happening.ts';
import { useOpened } from './use-services.ts';

/** One earlier import of which something still stands in the book. */
export interface ImportLine {
  readonly batchId: string;
  readonly fileName: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** How many of its things are in the book now. */
  readonly count: number;
  /** It changed things that stood before. */
  readonly hasChanges: boolean;
  /** The phone stopped half-way; the way back still works. */
  readonly isUnfinished: boolean;
}

async function importsIn({ things }: CatalogueDb): Promise<readonly ImportLine[]> {
  const ids = (await things.orderBy('batchId').uniqueKeys()) as string[];
  const batches = await things.bulkGet(ids);
  const counts = await Promise.all(ids.map((id) => things.where('batchId').equals(id).count()));
  return batches
    .flatMap((row, index): ImportLine[] => {
      if (row?.type !== 'import-batch') return [];
      const { id: batchId, name: fileName, updatedAt: at, ownStatus } = row;
      // An import with changes carries its own number, and is counted under it.
      const hasChanges = row.batchId === batchId;
      const count = (counts[index] ?? 0) - (hasChanges ? 1 : 0);
      const isUnfinished = ownStatus === 'unconfirmed';
      return [{ batchId, fileName, at, count, hasChanges, isUnfinished }];
    })
    .sort((a, b) => b.at - a.at);
}

/** Newest first; undefined while they are being read. */
export function useImports(): readonly ImportLine[] | undefined {
  const { catalogue } = useOpened();
  return useLiveQuery(() => importsIn(catalogue), [catalogue]);
}

const askedAtOnce = 500;

const heldIn = (rows: readonly CatalogueRow[]): HeldThing[] =>
  rows
    .filter(({ type, status }) => mayHold(type) && status !== 'archived')
    .map(({ id, type, name }) => ({ id, type, name }));

/** The names of all in the book that may run something; in pages, so that no frame waits for it. */
export function useHeldNames(): () => Promise<readonly HeldThing[]> {
  const { things } = useOpened().catalogue;
  return async () => {
    const held: HeldThing[] = [];
    let after = '';
    for (let more = true; more; ) {
      const rows = await things.where('id').above(after).limit(askedAtOnce).toArray();
      after = rows.at(-1)?.id ?? after;
      more = rows.length === askedAtOnce;
      held.push(...heldIn(rows));
    }
    return held;
  };
}
