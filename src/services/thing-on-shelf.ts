import type { CatalogueDb, LinkRow } from '#catalogue/catalogue-db.ts';
import type { ConnectionState, Relation } from '#domain/connection/connection.ts';
import type { ThingRow } from '#domain/record/thing-row.ts';

export interface Tie {
  /** The connection's own id. */
  readonly id: string;
  readonly rel: Relation;
  readonly state: ConnectionState;
  readonly other: ThingRow;
  /** True where this thing is the one the relation starts from. */
  readonly outward: boolean;
}

/** A thing with what stands around it. */
export interface ThingAround {
  readonly row: ThingRow;
  readonly ties: readonly Tie[];
  /** Activities it organises. */
  readonly happenings: readonly ThingRow[];
  readonly confirmations: readonly { readonly at: string; readonly by: string }[];
}

/** Where rows and edges are looked up: this phone's catalogue, or what another one would have. */
export interface Shelf {
  rows(ids: readonly string[]): Promise<readonly (ThingRow | undefined)[]>;
  links(id: string): Promise<readonly LinkRow[]>;
}

export const shelfOf = ({ things, links }: CatalogueDb): Shelf => ({
  rows: (ids) => things.bulkGet([...ids]),
  links: (id) => links.where('from').equals(id).or('to').equals(id).toArray(),
});

async function tiesOf(shelf: Shelf, id: string, links: readonly LinkRow[]): Promise<Tie[]> {
  const ties = links.filter(({ what }) => what === 'tie');
  const others = await shelf.rows(ties.map(({ from, to }) => (from === id ? to : from)));
  return ties.flatMap((tie, index) => {
    const other = others[index];
    if (!other || !tie.rel) return [];
    const { rel, state = 'active' } = tie;
    return [{ id: tie.id, rel, state, other, outward: tie.from === id }];
  });
}

export async function thingOn(shelf: Shelf, id: string): Promise<ThingAround | 'missing'> {
  const [row] = await shelf.rows([id]);
  if (!row) return 'missing';
  // The two ends of an edge are looked up side by side, and answer in no order.
  const links = [...(await shelf.links(id))].sort((a, b) => (a.id < b.id ? -1 : 1));
  const happening = links.filter(({ what, from }) => what === 'happening' && from === id);
  const happenings = await shelf.rows(happening.map(({ to }) => to));
  return {
    row,
    ties: await tiesOf(shelf, id, links),
    happenings: happenings.filter((found) => found !== undefined),
    confirmations: links.flatMap(({ what, at, by }) =>
      what === 'confirms' && at && by ? [{ at, by }] : [],
    ),
  };
}
