import type { Home } from '#domain/sharing/level.ts';
import { type Applied, applyBatch } from './apply.ts';
import { CATALOGUE_VERSION, type CatalogueDb } from './catalogue-db.ts';
import { type ReadPage, readPage } from './read-page.ts';
import type { Source } from './source.ts';
import { type NewsParts, newsDesk, remade } from './take-news.ts';

export interface FollowerParts {
  readonly db: CatalogueDb;
  readonly sources: readonly Source[];
  /** One catch-up at a time over all tabs. */
  readonly lock: <T>(work: () => Promise<T>) => Promise<T>;
  readonly onApplied: (applied: Applied) => void;
  readonly pageSize?: number;
  /** Where what others write is taken down; without it nothing is news. */
  readonly news?: NewsParts;
}

export interface Follower {
  /**
   * Takes in all that was written since; resolves when the rows are on disk. With `homes` it looks
   * only there: the one who wrote knows where.
   */
  catchUp(homes?: readonly Home[]): Promise<void>;
  /** Reads anew where something could not be opened for want of a key: one has come. */
  lookAgain(): Promise<void>;
  /** Burns the catalogue and makes it again from the register. */
  rebuild(onProgress?: (done: number) => void): Promise<void>;
}

const burn = (db: CatalogueDb) =>
  db.transaction('rw', db.tables, async () => {
    await Promise.all(db.tables.map((table) => table.clear()));
    await db.positions.bulkPut([
      { source: 'version', seq: CATALOGUE_VERSION },
      { source: remade, seq: 1 },
    ]);
  });

/** From the start: a document without a key says nothing of where it stands. That is no news. */
async function goBack({ db, sources }: Pick<FollowerParts, 'db' | 'sources'>): Promise<void> {
  const shut = (await db.held.where('why').equals('no-key').primaryKeys()) as string[];
  const homes = sources.map(({ home }) => home as string);
  const back = homes.filter((home) => shut.some((key) => key.startsWith(`${home}:`)));
  if (back.length === 0) return;
  const positions = back.map((source) => ({ source, seq: 0 }));
  await db.positions.bulkPut([...positions, { source: remade, seq: 1 }]);
}

/** Reads each source's changes and writes them as rows, position and all, page by page. */
export function createFollower(parts: FollowerParts): Follower {
  const { db, sources, lock, onApplied, pageSize = 200, news } = parts;
  const desk = newsDesk(db, news);

  const readFrom = (source: Source, since: number): Promise<ReadPage> => {
    const reading = readPage(
      { db, sources, pageSize, ...(news && { writers: news.writers }) },
      source,
      since,
    );
    // Whoever awaits it is told; a page read ahead and never wanted is no unhandled failure.
    reading.catch(() => {});
    return reading;
  };
  const readOn = async (source: Source) =>
    readFrom(source, (await db.positions.get(source.home))?.seq ?? 0);

  /**
   * While one page is written the next one is read: the disk and the sealer need not take turns.
   * The writing is begun first, so that whatever reading asks of the rows waits until it is done.
   */
  const follow = async (source: Source, onPage: (count: number) => void): Promise<void> => {
    let page = await readOn(source);
    while (!page.isNothing) {
      await desk.take(page.batch);
      const writing = applyBatch(db, page.batch);
      const ahead = page.more ? readFrom(source, page.batch.seq) : undefined;
      const applied = await writing;
      if (applied) onApplied(applied);
      onPage(page.batch.things.length);
      if (!ahead) break;
      // Where another tab was quicker, what was read ahead may be behind.
      page = await (applied ? ahead : readOn(source));
    }
    await desk.atEnd(source.home);
  };

  let isChecked = false;
  /** Rows made by an older version of the app are made again. */
  const checkVersion = async () => {
    if (isChecked) return;
    if ((await db.positions.get('version'))?.seq !== CATALOGUE_VERSION) await burn(db);
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
    const isWhole = followed.length === sources.length;
    if (isWhole && (await db.positions.get(remade))) await db.positions.delete(remade);
  };

  return {
    catchUp: (homes) =>
      lock(async () => {
        await checkVersion();
        await followAll(homes ? sources.filter(({ home }) => homes.includes(home)) : sources);
      }),
    lookAgain: () =>
      lock(async () => {
        await goBack(parts);
        await followAll(sources);
      }),
    rebuild: (onProgress) =>
      lock(async () => {
        await burn(db);
        await followAll(sources, onProgress);
      }),
  };
}
