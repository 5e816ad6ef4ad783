import type { JsonObject } from '#base/json.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import { parseRecord } from '#domain/record/record.ts';
import type { Ref } from '#domain/record/values.ts';
import { type Home, homes } from '#domain/sharing/level.ts';
import type { NewBody } from '#register/home-store.ts';
import type { HomeStores, RecordWriter } from '#register/record-writer.ts';
import type { Arriving, Book, ImportFailure, SaveFailure } from './book.ts';
import { withBirth } from './book-commands.ts';
import { type BringInParts, breath, chunksOf, type OnProgress } from './bring-in-parts.ts';
import { roomFor } from './room-for.ts';
import { toldInWords } from './told-in-words.ts';
import { undoImport } from './undo-import.ts';

type About = Parameters<Book['bringIn']>[1];
type BroughtIn = Awaited<ReturnType<Book['bringIn']>>;

const chunkLength = 50;

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
  const held = await writer.read(ref);
  if (Object.keys(held).length > 0 && writer.valuesOf(held)['deleted'] === undefined) {
    tally.already += 1;
    return ok(null);
  }
  const written = await writer.write(ref, () => ok(record as unknown as JsonObject));
  if (written.ok) tally.added += 1;
  else if (written.error.kind === 'newer') tally.already += 1;
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

interface Act {
  readonly batchId: string;
  readonly tally: Tally;
  readonly about: About;
}

/**
 * The act's own record stands before the first thing does, and says until the end that it is not
 * finished: a phone that dies half-way still knows what to take back.
 */
async function note(parts: BringInParts, { batchId, tally, about }: Act, isDone: boolean) {
  const values = {
    ...batchValues(about, parts),
    status: isDone ? 'active' : 'unconfirmed',
    added: tally.added,
    refused: tally.refused,
  };
  const ref = { type: 'import-batch', id: batchId } as const;
  const written = await parts.writer.write(ref, () => ok(withBirth('import-batch', values, parts)));
  return written.ok ? ok(null) : written;
}

async function bringAll(
  parts: BringInParts,
  items: readonly Arriving[],
  act: Act,
  { onProgress, signal }: { onProgress: OnProgress; signal: AbortSignal | undefined },
): Promise<Result<null, ImportFailure>> {
  let done = 0;
  for (const chunk of chunksOf(items, chunkLength)) {
    if (signal?.aborted) return fail('import-stopped');
    const brought = await bringChunk(parts, chunk, act.batchId, act.tally);
    if (!brought.ok) return brought;
    done += chunk.length;
    onProgress(done, items.length);
    await breath();
  }
  return note(parts, act, true);
}

async function bringIn(
  parts: BringInParts,
  items: readonly Arriving[],
  act: Act,
  how: { onProgress: OnProgress; signal: AbortSignal | undefined },
): Promise<BroughtIn> {
  const { batchId, tally } = act;
  const fits = await roomFor(items);
  if (!fits.ok) return fits;
  const noted = await toldInWords(() => note(parts, act, false));
  if (!noted.ok) return noted;
  const brought = await toldInWords(() => bringAll(parts, items, act, how));
  if (brought.ok) {
    await parts.caughtUp();
    return ok({ batchId, ...tally });
  }
  const undone = await toldInWords(() => undoImport(parts, batchId, () => {}));
  return undone.ok ? brought : fail('import-stuck');
}

export const bringingIn = (parts: BringInParts): Pick<Book, 'bringIn' | 'undoImport'> => ({
  bringIn: (items, about, onProgress, signal) => {
    const act = { batchId: parts.newId(), tally: { added: 0, already: 0, refused: 0 }, about };
    return bringIn(parts, items, act, { onProgress, signal });
  },
  undoImport: (batchId, onProgress) => toldInWords(() => undoImport(parts, batchId, onProgress)),
});

const batchValues = (about: About, { now }: Pick<BringInParts, 'now'>): JsonObject => ({
  share: 'members',
  fileName: about.fileName,
  from: about.from,
  at: new Date(now()).toISOString(),
  source: { kind: about.from, licence: about.licence ?? 'none-stated' },
  ...(about.licence ? { licence: about.licence } : {}),
});
