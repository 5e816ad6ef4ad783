import { useLiveQuery } from 'dexie-react-hooks';
import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import type { Relation } from '#domain/connection/connection.ts';
import type { ThingRow } from '#domain/record/thing-row.ts';
import { useOpened } from './use-services.ts';

export interface TieLine {
  readonly id: string;
  readonly rel: Relation;
  readonly from: ThingRow;
  readonly to: ThingRow;
}

const most = 200;

async function linesOf(db: CatalogueDb): Promise<TieLine[]> {
  const ties = await db.links
    .filter(({ what }) => what === 'tie')
    .limit(most)
    .toArray();
  const [from, to] = await Promise.all([
    db.things.bulkGet(ties.map((tie) => tie.from)),
    db.things.bulkGet(ties.map((tie) => tie.to)),
  ]);
  return ties.flatMap(({ id, rel }, index) => {
    const [start, end] = [from[index], to[index]];
    return rel && start && end ? [{ id, rel, from: start, to: end }] : [];
  });
}

/** The ties of this register between things that are not removed, at most 200. */
export function useAllTies(): readonly TieLine[] | undefined {
  const { catalogue } = useOpened();
  return useLiveQuery(() => linesOf(catalogue), [catalogue]);
}
