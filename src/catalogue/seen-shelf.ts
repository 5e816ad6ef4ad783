import { asSeenIn } from '#domain/record/as-seen.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import type { Ref } from '#domain/record/values.ts';
import { type Circle, homeOf, homesOfCircle } from '#domain/sharing/level.ts';
import type { CatalogueDb, CatalogueRow, LinkRow } from './catalogue-db.ts';
import { finishRow } from './finish-row.ts';
import { projectThing } from './project.ts';

export interface SeenParts {
  readonly db: CatalogueDb;
  readonly circle: Circle;
  /** The whole record, from all that this phone holds. */
  readonly read: (ref: Ref) => Promise<AnyRecord | undefined>;
}

/**
 * The rows and edges that a phone of this circle makes of the same things: by the same code, from
 * what the circle is sent and nothing else.
 */
export function seenShelf({ db, circle, read }: SeenParts) {
  const isTheirs = ({ share }: LinkRow) => homesOfCircle[circle].includes(homeOf(share));

  /** What its own record says there, before confirmations and a borrowed place. */
  const ownRow = async (id: string): Promise<CatalogueRow | undefined> => {
    const held = await db.things.get(id);
    const record = held && (await read({ id, type: held.type }));
    const seen = record && asSeenIn(record, circle).record;
    return seen && projectThing(seen, held.updatedAt);
  };

  const row = async (id: string): Promise<CatalogueRow | undefined> => {
    const own = await ownRow(id);
    if (!own) return undefined;
    const said = await db.links.where('to').equals(id).toArray();
    return finishRow(own, {
      confirmations: said.filter((link) => link.what === 'confirms' && isTheirs(link)),
      place: own.placeId ? await ownRow(own.placeId) : undefined,
      members: 1,
    });
  };

  return {
    rows: (ids: readonly string[]) => Promise.all(ids.map(row)),
    links: async (id: string) => {
      const all = await db.links.where('from').equals(id).or('to').equals(id).toArray();
      return all.filter(isTheirs);
    },
  };
}
