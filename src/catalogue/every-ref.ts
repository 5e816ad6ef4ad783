import type { RecordType, Ref } from '#domain/record/values.ts';
import type { CatalogueDb } from './catalogue-db.ts';

/** All that the rows are of: things, and the ties and confirmations between them. */
export async function everyRef({ things, links }: CatalogueDb): Promise<readonly Ref[]> {
  const rows = await things.toArray();
  const edges = await links.toArray();
  const ties = edges.flatMap(({ id, what }): Ref[] => {
    if (what === 'tie') return [{ type: 'connection', id }];
    return what === 'confirms' ? [{ type: 'confirmation', id }] : [];
  });
  return [...rows.map(({ id, type }) => ({ id, type: type as RecordType })), ...ties];
}
