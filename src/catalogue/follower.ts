import type { RecordType } from '#domain/record/values.ts';
import type { FeedItem } from '#register/feed.ts';
import { type Applied, applyBatch, type Batch } from './apply.ts';
import { CATALOGUE_VERSION, type CatalogueDb, type HeldRow } from './catalogue-db.ts';
import { type ReadThing, readThing, readWhole } from './read-things.ts';
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
  /** Takes in all that was written since; resolves when the rows are on disk. */
  catchUp(onProgress?: (done: number) => void): Promise<void>;
  /** Burns the catalogue and makes it again from the register. */
  rebuild(onProgress?: (done: number) => void): Promise<void>;
}

const heldRows = (home: string, items: readonly FeedItem[]): HeldRow[] =>
  items.flatMap((item) =>
    'parked' in item ? [{ key: `${home}:${item.id}`, why: item.parked }] : [],
  );

/** Reads each source's changes and writes them as rows, position and all, page by page. */
export function createFollower(parts: FollowerParts): Follower {
  const { db, sources, lock, onApplied, pageSize = 200 } = parts;

  /** A tombstone names no thing: the few rows there are get asked for the id they have there. */
  const thingsGone = async (source: Source, ids: ReadonlySet<string>): Promise<ReadThing[]> => {
    const found: ReadThing[] = [];
    if (ids.size === 0) return found;
    for (const { id, type } of await db.things.toArray()) {
      const ref = { id, type: type as RecordType };
      if (!ids.has(await source.idOf(ref))) continue;
      const bodies = await Promise.all(
        sources.map(async ({ home, read }) => [home, await read(ref)] as const),
      );
      found.push(readThing(ref, Object.fromEntries(bodies.filter(([, body]) => body))));
    }
    return found;
  };

  const readPage = async (source: Source, since: number) => {
    const page = await source.page(since, pageSize);
    const told = page.items.flatMap((item) => ('body' in item ? [item.body] : []));
    const others = sources.filter(({ home }) => home !== source.home);
    const gone = page.items.flatMap((item) => ('gone' in item ? [item.id] : []));
    const things = [
      ...(await readWhole(told, source.home, others)),
      ...(await thingsGone(source, new Set(gone))),
    ];
    const keyOf = new Map(
      page.items.flatMap((item) => ('body' in item ? [[item.body.id, item.id] as const] : [])),
    );
    const unread = things.flatMap((thing): HeldRow[] =>
      'why' in thing
        ? [{ key: `${source.home}:${keyOf.get(thing.ref.id) ?? thing.ref.id}`, why: thing.why }]
        : [],
    );
    const batch: Batch = {
      source: source.home,
      since,
      seq: page.seq,
      things,
      held: [...heldRows(source.home, page.items), ...unread],
      released: page.items.map(({ id }) => `${source.home}:${id}`),
    };
    return { batch, more: page.more, isNothing: page.items.length === 0 };
  };

  const follow = async (source: Source, onPage: (count: number) => void): Promise<void> => {
    for (let more = true; more; ) {
      const since = (await db.positions.get(source.home))?.seq ?? 0;
      const page = await readPage(source, since);
      more = page.more;
      if (page.isNothing) return;
      const applied = await applyBatch(db, page.batch);
      if (applied) onApplied(applied);
      onPage(page.batch.things.length);
    }
  };

  const burn = () =>
    db.transaction('rw', db.things, db.links, db.held, db.positions, async () => {
      await Promise.all([db.things, db.links, db.held, db.positions].map((table) => table.clear()));
      await db.positions.put({ source: 'version', seq: CATALOGUE_VERSION });
    });

  const isOfThisVersion = async () =>
    (await db.positions.get('version'))?.seq === CATALOGUE_VERSION;

  const followAll = async (onProgress: (done: number) => void = () => {}) => {
    let done = 0;
    for (const source of sources) {
      await follow(source, (count) => {
        done += count;
        onProgress(done);
      });
    }
  };

  return {
    catchUp: (onProgress) =>
      lock(async () => {
        if (!(await isOfThisVersion())) await burn();
        await followAll(onProgress);
      }),
    rebuild: (onProgress) =>
      lock(async () => {
        await burn();
        await followAll(onProgress);
      }),
  };
}
