import type { Home } from '#domain/sharing/level.ts';
import { type Applied, applyBatch } from './apply.ts';
import { CATALOGUE_VERSION, type CatalogueDb } from './catalogue-db.ts';
import { readPage } from './read-page.ts';
import type { Source } from './source.ts';

export interface FollowerParts {
  readonly db: CatalogueDb;
  readonly sources: readonly Source[];
  /** One catch-up at a time over all tabs. */
  readonly lock: <T>(work: () => Promise<T>) => Promise<T>;
  readonly onApplied: (applied: Applied) => void;
  readonly pageSize?: number;
}

export interface Follower {
  /**
   * Takes in all that was written since; resolves when the rows are on disk. With `homes` it looks
   * only there: the one who wrote knows where.
   */
  catchUp(homes?: readonly Home[]): Promise<void>;
  /** Burns the catalogue and makes it again from the register. */
  rebuild(onProgress?: (done: number) => void): Promise<void>;
}

/** Reads each source's changes and writes them as rows, position and all, page by page. */
export function createFollower(parts: FollowerParts): Follower {
  const { db, sources, lock, onApplied, pageSize = 200 } = parts;

  const follow = async (source: Source, onPage: (count: number) => void): Promise<void> => {
    for (let more = true; more; ) {
      const since = (await db.positions.get(source.home))?.seq ?? 0;
      const page = await readPage({ db, sources, pageSize }, source, since);
      more = page.more;
      if (page.isNothing) return;
      const applied = await applyBatch(db, page.batch);
      if (applied) onApplied(applied);
      onPage(page.batch.things.length);
    }
  };

  const burn = () =>
    db.transaction('rw', db.tables, async () => {
      await Promise.all(db.tables.map((table) => table.clear()));
      await db.positions.put({ source: 'version', seq: CATALOGUE_VERSION });
    });

  let isChecked = false;
  /** Rows made by an older version of the app are made again. */
  const checkVersion = async () => {
    if (isChecked) return;
    if ((await db.positions.get('version'))?.seq !== CATALOGUE_VERSION) await burn();
    isChecked = true;
  };

  const followAll = async (
    followed: readonly Source[],
    onProgress: (done: number) => void = () => {},
  ) => {
    let done = 0;
    for (const source of followed) {
      await follow(source, (count) => {
        done += count;
        onProgress(done);
      });
    }
  };

  return {
    catchUp: (homes) =>
      lock(async () => {
        await checkVersion();
        await followAll(homes ? sources.filter(({ home }) => homes.includes(home)) : sources);
      }),
    rebuild: (onProgress) =>
      lock(async () => {
        await burn();
        await followAll(sources, onProgress);
      }),
  };
}
