import type {
  CatalogueDb,
  CatalogueRow,
  HeldRow,
  LinkRow,
  PaperRow,
  ShapeRow,
} from './catalogue-db.ts';
import { finishRow } from './finish-row.ts';
import type { HeardRow } from './heard.ts';
import { photoLinkIds, projectLinks, projectThing } from './project.ts';
import { projectAsks } from './project-asks.ts';
import { projectPaper } from './project-paper.ts';
import { projectShape } from './project-shape.ts';
import type { ReadThing } from './read-things.ts';

/** One page of a source, read and ready to be written with the place it ends at. */
export interface Batch {
  readonly source: string;
  readonly since: number;
  readonly seq: number;
  readonly things: readonly ReadThing[];
  readonly held: readonly HeldRow[];
  readonly released: readonly string[];
  readonly heard: readonly HeardRow[];
  /** By thing, its document's place in the source's feed. */
  readonly seqOf: ReadonlyMap<string, number>;
}

export interface Applied {
  readonly changed: readonly string[];
  readonly removed: readonly string[];
}

const ownLinkIds = (id: string) => [id, `${id}:organiser`, ...photoLinkIds(id)];

async function loadLinks(db: CatalogueDb, ids: readonly string[]): Promise<Map<string, LinkRow[]>> {
  const byThing = new Map<string, LinkRow[]>();
  if ((await db.links.count()) === 0) return byThing;
  const links = await db.links
    .where('to')
    .anyOf([...ids])
    .toArray();
  for (const link of links) {
    if (link.what !== 'confirms') continue;
    byThing.set(link.to, [...(byThing.get(link.to) ?? []), link]);
  }
  return byThing;
}

/** Rows that stand where one of these things stands. */
async function borrowers(db: CatalogueDb, ids: ReadonlySet<string>): Promise<CatalogueRow[]> {
  const lenders = (await db.things.orderBy('placeId').uniqueKeys()) as string[];
  const moved = lenders.filter((id) => ids.has(id));
  return moved.length === 0 ? [] : db.things.where('placeId').anyOf(moved).toArray();
}

const rowsHeld = async (db: CatalogueDb, ids: readonly string[]): Promise<CatalogueRow[]> =>
  ids.length === 0 ? [] : (await db.things.bulkGet([...ids])).filter((row) => row !== undefined);

async function finishRows(
  db: CatalogueDb,
  fresh: ReadonlyMap<string, CatalogueRow>,
  touched: ReadonlySet<string>,
): Promise<readonly CatalogueRow[]> {
  const known = await rowsHeld(
    db,
    [...touched].filter((id) => !fresh.has(id)),
  );
  const rows = new Map([...known.map((row) => [row.id, row] as const), ...fresh]);
  for (const row of await borrowers(db, touched)) if (!rows.has(row.id)) rows.set(row.id, row);
  const placeIds = [...rows.values()].flatMap(({ placeId }) => (placeId ? [placeId] : []));
  const stored = await rowsHeld(
    db,
    placeIds.filter((id) => !rows.has(id)),
  );
  const places = new Map(stored.map((row) => [row.id, row] as const));
  const confirmations = await loadLinks(db, [...rows.keys()]);
  return [...rows.values()].map((row) =>
    finishRow(row, {
      confirmations: confirmations.get(row.id) ?? [],
      place: row.placeId ? (rows.get(row.placeId) ?? places.get(row.placeId)) : undefined,
      members: 1,
    }),
  );
}

function sortThings(things: readonly ReadThing[]) {
  const fresh = new Map<string, CatalogueRow>();
  const links: LinkRow[] = [];
  const removed: string[] = [];
  for (const thing of things) {
    const row = 'record' in thing ? projectThing(thing.record, thing.updatedAt) : undefined;
    if (row) fresh.set(row.id, row);
    else removed.push(thing.ref.id);
    if ('record' in thing) links.push(...projectLinks(thing.record));
  }
  return { fresh, links, removed };
}

const shapesIn = (things: readonly ReadThing[]): ShapeRow[] =>
  things.flatMap((thing) => {
    const shape = 'record' in thing && projectShape(thing.record, thing.updatedAt);
    return shape ? [shape] : [];
  });

/** What people disagree about; most books have none of it, and are not asked. */
async function putAsks(db: CatalogueDb, { things }: Batch): Promise<void> {
  const asks = things.flatMap((thing) =>
    'record' in thing ? projectAsks(thing.record, thing.bodies) : [],
  );
  if (asks.length === 0 && (await db.asks.count()) === 0) return;
  const ids = things.map(({ ref }) => ref.id);
  await db.asks.where('id').anyOf(ids).delete();
  if (asks.length > 0) await db.asks.bulkPut(asks);
}

/** Only what is there is taken out: a save without an outline then wakes nobody who draws them. */
async function putShapes(db: CatalogueDb, { things }: Batch): Promise<void> {
  const shapes = shapesIn(things);
  const ids = things.map(({ ref }) => ref.id);
  const stale = await db.shapes.where('id').anyOf(ids).primaryKeys();
  if (stale.length > 0) await db.shapes.bulkDelete(stale);
  if (shapes.length > 0) await db.shapes.bulkPut(shapes);
}

const papersIn = (things: readonly ReadThing[]): PaperRow[] =>
  things.flatMap((thing) => {
    const paper = 'record' in thing && projectPaper(thing.record);
    return paper ? [paper] : [];
  });

/**
 * Writes rows and position in one transaction. Answers undefined where another tab has already
 * taken this page: then there is nothing to do.
 */
export function applyBatch(db: CatalogueDb, batch: Batch): Promise<Applied | undefined> {
  const { fresh, links, removed } = sortThings(batch.things);
  const papers = papersIn(batch.things);
  const { things, links: edges, shapes, papers: notes, asks, heard, held, positions } = db;
  const tables = [things, edges, shapes, notes, asks, heard, held, positions];
  return db.transaction('rw', tables, async () => {
    const position = await db.positions.get(batch.source);
    if ((position?.seq ?? 0) !== batch.since) return undefined;
    const ids = batch.things.map(({ ref }) => ref.id);
    const stale = await takeOutLinks(db, ids);
    if (links.length > 0) await db.links.bulkPut([...links]);
    if (removed.length > 0) await db.things.bulkDelete(removed);
    const touched = new Set([...ids, ...[...stale, ...links].map(({ to }) => to)]);
    const rows = await finishRows(db, fresh, touched);
    await db.things.bulkPut([...rows]);
    await putShapes(db, batch);
    if (papers.length > 0) await db.papers.bulkPut(papers);
    await putAsks(db, batch);
    if (batch.heard.length > 0) await db.heard.bulkPut([...batch.heard]);
    if ((await db.held.count()) > 0) await db.held.bulkDelete([...batch.released]);
    if (batch.held.length > 0) await db.held.bulkPut([...batch.held]);
    await db.positions.put({ source: batch.source, seq: batch.seq });
    return { changed: rows.map(({ id }) => id), removed };
  });
}

/** The edges these things made before; their other ends are touched too. */
async function takeOutLinks(db: CatalogueDb, ids: readonly string[]): Promise<LinkRow[]> {
  if ((await db.links.count()) === 0) return [];
  const own = ids.flatMap(ownLinkIds);
  const stale = (await db.links.bulkGet(own)).filter((link) => link !== undefined);
  if (stale.length > 0) await db.links.bulkDelete(stale.map(({ id }) => id));
  return stale;
}
