import type { Applied } from '#catalogue/apply.ts';
import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import type { Finder } from '#search/finder.ts';

const batchLength = 500;

/** Keeps a tab's finder equal to the catalogue: all rows at the start, then what moves. */
export function feedFinder(finder: Finder, catalogue: CatalogueDb) {
  const load = async (): Promise<void> => {
    let after = '';
    for (let more = true; more; ) {
      const rows = await catalogue.things.where('id').above(after).limit(batchLength).toArray();
      after = rows.at(-1)?.id ?? after;
      more = rows.length === batchLength;
      await finder.load(rows);
    }
    await finder.ready();
  };

  const deaf = finder.onLost(load);
  let last = Promise.resolve();
  const take = async ({ changed, removed }: Applied) => {
    const rows = (await catalogue.things.bulkGet([...changed])).filter((row) => row !== undefined);
    // Each is told to all who listen, and a map then asks for every point again.
    if (rows.length > 0) await finder.upsert(rows);
    if (removed.length > 0) await finder.remove(removed);
  };
  return {
    load,
    /** In the order they came: a row may move twice in a moment. */
    moved: (applied: Applied): void => {
      last = last.then(() => take(applied)).catch(() => {});
    },
    stop: deaf,
  };
}
