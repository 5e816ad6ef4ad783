import type { JsonObject } from '#base/json.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import { parseRecord } from '#domain/record/record.ts';
import type { RecordType, Ref } from '#domain/record/values.ts';
import { type Home, homes } from '#domain/sharing/level.ts';
import type { NewBody } from '#register/home-store.ts';
import type { HomeStores, RecordWriter } from '#register/record-writer.ts';
import type { Arrived, Arriving, Book, SaveFailure } from './book.ts';
import { type CommandParts, withBirth } from './book-commands.ts';

export interface BringInParts extends CommandParts {
  readonly writer: RecordWriter;
  readonly stores: HomeStores;
  readonly catalogue: CatalogueDb;
}

type About = Parameters<Book['bringIn']>[1];
type OnProgress = (done: number, total: number) => void;

const chunkLength = 100;
const chunks = <T>(items: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(items.length / chunkLength) }, (_, index) =>
    items.slice(index * chunkLength, (index + 1) * chunkLength),
  );

/** Lets a tap or a frame in between two chunks. */
const breath = () => new Promise<void>((resolve) => setTimeout(resolve));

interface Tally {
  added: number;
  already: number;
  refused: number;
}

const isHeld = async (stores: HomeStores, refs: readonly Ref[]): Promise<readonly boolean[]> => {
  const answers = await Promise.all(homes.map((home) => stores[home].has(refs)));
  return refs.map((_, index) => answers.some((held) => held[index]));
};

const bodiesByHome = (writer: RecordWriter, records: readonly AnyRecord[]) => {
  const byHome: Record<Home, NewBody[]> = { device: [], team: [], members: [] };
  for (const record of records) {
    const ref = { type: record.type, id: record.id };
    const bodies = writer.newBodies(ref, record);
    for (const home of homes) {
      const body = bodies[home];
      if (body) byHome[home].push({ ref, body });
    }
  }
  return byHome;
};

async function addNew({ writer, stores }: BringInParts, records: readonly AnyRecord[]) {
  const byHome = bodiesByHome(writer, records);
  for (const home of homes) {
    if (byHome[home].length === 0) continue;
    const written = await stores[home].addMany(byHome[home]);
    if (!written.ok) return written;
  }
  return ok(null);
}

/** What was taken out before comes back with what the file says; what stands is left alone. */
async function revive(writer: RecordWriter, record: AnyRecord, tally: Tally) {
  const ref = { type: record.type, id: record.id };
  let stands = false;
  const written = await writer.write(ref, (current) => {
    stands = current !== undefined && current['deleted'] === undefined;
    return ok(stands ? (current ?? {}) : (record as unknown as JsonObject));
  });
  if (stands || !written.ok) tally.already += 1;
  else tally.added += 1;
  return written;
}

const parseArriving = (items: readonly Arriving[], batchId: string, parts: BringInParts) =>
  items.map(({ id, type, values }) => {
    const born = withBirth(type, values, parts);
    const source = { ...(born['source'] as JsonObject), batchId };
    return parseRecord({ ...born, source, id, type });
  });

async function bringChunk(
  parts: BringInParts,
  items: readonly Arriving[],
  batchId: string,
  tally: Tally,
): Promise<Result<null, SaveFailure>> {
  const parsed = parseArriving(items, batchId, parts);
  const records = parsed.flatMap((result) => (result.ok ? [result.value] : []));
  tally.refused += parsed.length - records.length;
  const held = await isHeld(
    parts.stores,
    records.map(({ type, id }) => ({ type, id })),
  );
  const fresh = records.filter((_, index) => !held[index]);
  const added = await addNew(parts, fresh);
  if (!added.ok) return added;
  tally.added += fresh.length;
  for (const record of records.filter((_, index) => held[index])) {
    const revived = await revive(parts.writer, record, tally);
    if (!revived.ok && revived.error.kind !== 'newer') return revived;
  }
  return ok(null);
}

async function bringIn(
  parts: BringInParts,
  items: readonly Arriving[],
  about: About,
  onProgress: OnProgress,
): Promise<Result<Arrived, SaveFailure>> {
  const batchId = parts.newId();
  const tally: Tally = { added: 0, already: 0, refused: 0 };
  let done = 0;
  for (const chunk of chunks(items)) {
    const brought = await bringChunk(parts, chunk, batchId, tally);
    if (!brought.ok) {
      await undoImport(parts, batchId, () => {});
      return brought;
    }
    done += chunk.length;
    onProgress(done, items.length);
    await breath();
  }
  const values = { ...batchValues(about, parts), added: tally.added, refused: tally.refused };
  const named = await parts.writer.write({ type: 'import-batch', id: batchId }, () =>
    ok(withBirth('import-batch', values, parts)),
  );
  await parts.caughtUp();
  return named.ok ? ok({ batchId, ...tally }) : named;
}

async function undoImport(
  { writer, catalogue, caughtUp }: BringInParts,
  batchId: string,
  onProgress: OnProgress,
): Promise<Result<number, SaveFailure>> {
  await caughtUp();
  const rows = await catalogue.things.where('batchId').equals(batchId).toArray();
  let done = 0;
  for (const { id, type } of rows) {
    const ref = { type: type as RecordType, id };
    const removed = await writer.write(ref, (current) => ok({ ...current, deleted: true }));
    if (!removed.ok) return removed;
    done += 1;
    onProgress(done, rows.length);
  }
  await writer.write({ type: 'import-batch', id: batchId }, (current) =>
    current ? ok({ ...current, undone: true }) : fail('not-found'),
  );
  await caughtUp();
  return ok(done);
}

export const bringingIn = (parts: BringInParts): Pick<Book, 'bringIn' | 'undoImport'> => ({
  bringIn: (items, about, onProgress) => bringIn(parts, items, about, onProgress),
  undoImport: (batchId, onProgress) => undoImport(parts, batchId, onProgress),
});

const batchValues = (about: About, { now }: Pick<CommandParts, 'now'>): JsonObject => ({
  share: 'members',
  fileName: about.fileName,
  from: about.from,
  at: new Date(now()).toISOString(),
  ...(about.licence ? { licence: about.licence } : {}),
});
