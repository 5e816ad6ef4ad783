import type { CatalogueRow } from '#catalogue/catalogue-db.ts';
import type { ThingRow } from '#domain/record/thing-row.ts';
import type { RecordType } from '#domain/record/values.ts';
import { chunksOf } from './bring-in-parts.ts';
import { useOpened } from './use-services.ts';

/** Few enough that no answer holds up the screen. */
const askedAtOnce = 200;

/** What stands in the book under an id that a file names too. */
export interface HeldThing {
  /** Absent for a tie. */
  readonly type?: RecordType;
  readonly assetType?: string;
  readonly batchId?: string;
}

const heldThing = ({ type, assetType, batchId }: CatalogueRow): HeldThing => ({
  type,
  ...(assetType ? { assetType } : {}),
  ...(batchId ? { batchId } : {}),
});

/** Asks which of these ids, of things or of ties, stand in the open book. */
export function useHeldThings(): (
  ids: readonly string[],
) => Promise<ReadonlyMap<string, HeldThing>> {
  const { catalogue } = useOpened();
  return async (ids) => {
    const held = new Map<string, HeldThing>();
    for (let at = 0; at < ids.length; at += askedAtOnce) {
      const some = ids.slice(at, at + askedAtOnce);
      for (const row of await catalogue.things.where('id').anyOf(some).toArray())
        held.set(row.id, heldThing(row));
      for (const id of await catalogue.links.where('id').anyOf(some).primaryKeys())
        held.set(id, {});
    }
    return held;
  };
}

/** Whether anything here ever came in by a file: else there is nothing to set a file beside. */
export function useHasImports(): () => Promise<boolean> {
  const { catalogue } = useOpened();
  return async () => (await catalogue.things.orderBy('batchId').uniqueKeys()).length > 0;
}

/** The things that earlier imports brought, a page at a time. */
export function useBatchRows(): (batchIds: readonly string[]) => Promise<readonly ThingRow[]> {
  const { catalogue } = useOpened();
  return async (batchIds) => {
    const ids = await catalogue.things
      .where('batchId')
      .anyOf([...batchIds])
      .primaryKeys();
    const rows: ThingRow[] = [];
    for (const some of chunksOf(ids, askedAtOnce)) {
      const found = await catalogue.things.bulkGet(some);
      rows.push(...found.filter((row) => row !== undefined));
    }
    return rows.filter(({ type }) => type !== 'import-batch');
  };
}

/** Every listed thing but people, a page at a time in the order of ids. */
export function useEachRow(): (
  onPage: (rows: readonly ThingRow[]) => Promise<void>,
) => Promise<void> {
  const { catalogue } = useOpened();
  return async (onPage) => {
    let last = '';
    for (;;) {
      const rows = await catalogue.things.where('id').above(last).limit(askedAtOnce).toArray();
      const end = rows.at(-1);
      if (!end) return;
      last = end.id;
      await onPage(rows.filter(({ kind, type }) => kind !== undefined && type !== 'person'));
    }
  };
}
