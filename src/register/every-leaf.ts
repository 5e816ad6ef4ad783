import type { Json, JsonObject } from '#base/json.ts';
import type { CircleStore } from './circle-store.ts';

const pageLength = 200;

const bookkeeping = ['_conflicts', '_attachments', '_local_seq', '_revs_info'];

const plain = (leaf: object): JsonObject =>
  Object.fromEntries(Object.entries(leaf).filter(([key]) => !bookkeeping.includes(key))) as Record<
    string,
    Json
  >;

interface LeafName {
  readonly id: string;
  readonly rev: string;
}

/** These leaves, live and dead, each with its history: what a copy must hold to merge. */
export async function everyLeafOf(
  { db }: Pick<CircleStore, 'db'>,
  names: readonly LeafName[],
): Promise<readonly JsonObject[]> {
  // PouchDB never answers a bulkGet of nothing.
  if (names.length === 0) return [];
  const { results } = await db.use((from) => from.bulkGet({ docs: [...names], revs: true }));
  return results.flatMap(({ docs }) =>
    docs.flatMap((leaf) => ('ok' in leaf ? [plain(leaf.ok)] : [])),
  );
}

/** The same for every leaf of a circle. */
export async function* everyLeaf(store: Pick<CircleStore, 'db'>): AsyncGenerator<JsonObject> {
  let since = 0;
  for (let more = true; more; ) {
    const asked = { since, limit: pageLength, style: 'all_docs' } as const;
    const page = await store.db.use(async (from) => from.changes(asked));
    const names = page.results.flatMap(({ id, changes }) =>
      changes.map(({ rev }) => ({ id, rev })),
    );
    yield* await everyLeafOf(store, names);
    since = Number(page.last_seq);
    more = page.results.length === pageLength;
  }
}

export const leafCount = async ({ db }: Pick<CircleStore, 'db'>): Promise<number> => {
  const info = await db.use((from) => from.info());
  return info.doc_count;
};
