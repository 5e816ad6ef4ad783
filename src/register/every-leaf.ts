import type { Json, JsonObject } from '#base/json.ts';
import type { CircleStore } from './circle-store.ts';

const pageLength = 200;

const bookkeeping = ['_conflicts', '_attachments', '_local_seq', '_revs_info'];

const plain = (leaf: object): JsonObject =>
  Object.fromEntries(Object.entries(leaf).filter(([key]) => !bookkeeping.includes(key))) as Record<
    string,
    Json
  >;

/** Every leaf of a circle, live and dead, each with its history: what a copy must hold to merge. */
export async function* everyLeaf({ db }: Pick<CircleStore, 'db'>): AsyncGenerator<JsonObject> {
  let since = 0;
  for (let more = true; more; ) {
    const asked = { since, limit: pageLength, style: 'all_docs' } as const;
    const page = await db.use(async (from) => from.changes(asked));
    const docs = page.results.flatMap(({ id, changes }) => changes.map(({ rev }) => ({ id, rev })));
    // PouchDB never answers a bulkGet of nothing.
    const found = docs.length > 0 && (await db.use((from) => from.bulkGet({ docs, revs: true })));
    for (const { docs: leaves } of found ? found.results : [])
      for (const leaf of leaves) if ('ok' in leaf) yield plain(leaf.ok);
    since = Number(page.last_seq);
    more = page.results.length === pageLength;
  }
}

export const leafCount = async ({ db }: Pick<CircleStore, 'db'>): Promise<number> => {
  const info = await db.use((from) => from.info());
  return info.doc_count;
};
