import type { Body } from '#domain/merge/body.ts';
import type { FeedItem, FeedPage } from '#register/feed.ts';
import type { Batch } from './apply.ts';
import type { CatalogueDb, HeldRow } from './catalogue-db.ts';
import { everyRef } from './every-ref.ts';
import { type HeardRow, heardIn } from './heard.ts';
import { type ReadThing, readThing, readWhole } from './read-things.ts';
import type { Source } from './source.ts';

export interface PageParts {
  readonly db: CatalogueDb;
  readonly sources: readonly Source[];
  readonly pageSize: number;
  /** The name this phone writes under in each home, where others may write too. */
  readonly writers?: Readonly<Partial<Record<string, string>>>;
}

export interface ReadPage {
  readonly batch: Batch;
  readonly more: boolean;
  readonly isNothing: boolean;
}

/** A tombstone names no thing: what there is gets asked for the id it has there, ties too. */
async function thingsGone(
  { db, sources }: PageParts,
  source: Source,
  ids: ReadonlySet<string>,
): Promise<ReadThing[]> {
  const found: ReadThing[] = [];
  if (ids.size === 0) return found;
  for (const ref of await everyRef(db)) {
    if (!ids.has(await source.idOf(ref))) continue;
    const bodies = await Promise.all(
      sources.map(async ({ home, read }) => [home, await read(ref)] as const),
    );
    found.push(readThing(ref, Object.fromEntries(bodies.filter(([, body]) => body))));
  }
  return found;
}

/** What could not be shown, by the document it lies in. */
function heldRows(
  home: string,
  items: readonly FeedItem[],
  things: readonly ReadThing[],
): HeldRow[] {
  const documentOf = new Map(
    items.flatMap((item) => ('body' in item ? [[item.body.id, item.id] as const] : [])),
  );
  const parked = items.flatMap((item): HeldRow[] =>
    'parked' in item ? [{ key: `${home}:${item.id}`, why: item.parked }] : [],
  );
  const unread = things.flatMap((thing): HeldRow[] =>
    'why' in thing
      ? [{ key: `${home}:${documentOf.get(thing.ref.id) ?? thing.ref.id}`, why: thing.why }]
      : [],
  );
  return [...parked, ...unread];
}

/** What others have written in these; on a phone that knows no own name nobody is another. */
function heardRows({ writers }: PageParts, { home }: Source, told: readonly Body[]): HeardRow[] {
  const own = writers?.[home];
  if (own === undefined) return [];
  return told.flatMap((body) => heardIn(home, body, own) ?? []);
}

const seqsOf = ({ items, seqs }: FeedPage): ReadonlyMap<string, number> =>
  new Map(
    items.flatMap((item) => ('body' in item ? [[item.body.id, seqs?.get(item.id) ?? 0]] : [])),
  );

/** The next page of a source, read whole and ready to be applied. */
export async function readPage(parts: PageParts, source: Source, since: number): Promise<ReadPage> {
  const page = await source.page(since, parts.pageSize);
  const told = page.items.flatMap((item) => ('body' in item ? [item.body] : []));
  const gone = page.items.flatMap((item) => ('gone' in item ? [item.id] : []));
  const others = parts.sources.filter(({ home }) => home !== source.home);
  const things = [
    ...(await readWhole(told, source.home, others)),
    ...(await thingsGone(parts, source, new Set(gone))),
  ];
  const batch: Batch = {
    source: source.home,
    since,
    seq: page.seq,
    things,
    held: heldRows(source.home, page.items, things),
    heard: heardRows(parts, source, told),
    seqOf: seqsOf(page),
    released: page.items.map(({ id }) => `${source.home}:${id}`),
  };
  return { batch, more: page.more, isNothing: page.items.length === 0 };
}
