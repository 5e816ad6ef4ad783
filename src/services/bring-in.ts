import type { JsonObject } from '#base/json.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { AnyRecord } from '#domain/record/record.ts';
import { parseRecord } from '#domain/record/record.ts';
import type { Ref } from '#domain/record/values.ts';
import { type Home, homes } from '#domain/sharing/level.ts';
import type { NewBody } from '#register/home-store.ts';
import type { HomeStores, RecordWriter } from '#register/record-writer.ts';
import type { Arriving, Book, ImportFailure, Parting, SaveFailure } from './book.ts';
import { withBirth } from './book-commands.ts';
import { type BringInParts, breath, chunksOf, type OnProgress } from './bring-in-parts.ts';
import { revive } from './revive.ts';
import { roomFor } from './room-for.ts';
import { takeChanges } from './take-changes.ts';
import { toldInWords } from './told-in-words.ts';
import { undoImport } from './undo-import.ts';

type About = Parameters<Book['bringIn']>[1];
type BroughtIn = Awaited<ReturnType<Book['bringIn']>>;

const chunkLength = 50;

interface Tally {
  added: number;
  already: number;
  refused: number;
  changed: number;
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

const parseArriving = (items: readonly Arriving[], batchId: string, parts: BringInParts) =>
  items.map(({ id, type, values }) => {
    const born = withBirth(type, values, parts);
    const source = { ...(born['source'] as JsonObject), batchId };
    return parseRecord({ ...born, source, id, type });
  });

async function bringChunk(
  parts: BringInParts,
  items: readonly Arriving[],
  act: Act,
): Promise<Result<null, SaveFailure>> {
  const { batchId, tally } = act;
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
    const how = { isCopy: act.about.from === 'import-copy' };
    const revived = await revive(parts.writer, record, how);
    if (!revived.ok) return revived;
    tally[revived.value] += 1;
  }
  return ok(null);
}

interface How {
  readonly onProgress: OnProgress;
  readonly signal: AbortSignal | undefined;
}

interface Act {
  readonly batchId: string;
  /** When it began, in ms: nothing it wrote is older. */
  readonly at: number;
  readonly tally: Tally;
  readonly about: About;
}

/**
 * The act's own record stands before the first thing does, and says until the end that it is not
 * finished: a phone that dies half-way still knows what to take back.
 */
async function note(parts: BringInParts, { batchId, at, tally, about }: Act, isDone: boolean) {
  const values = {
    ...batchValues(about, at),
    status: isDone ? 'active' : 'unconfirmed',
    added: tally.added,
    refused: tally.refused,
    ...changesNoted(batchId, about),
  };
  const ref = { type: 'import-batch', id: batchId } as const;
  const written = await parts.writer.write(ref, () => ok(withBirth('import-batch', values, parts)));
  return written.ok ? ok(null) : written;
}

/**
 * An import that changes what stands is found by its own number: nothing it brought need be there.
 */
function changesNoted(batchId: string, about: About): JsonObject {
  const changed = about.changes?.length ?? 0;
  return changed === 0 ? {} : { changed, source: { ...batchSource(about), batchId } };
}

async function bringAll(
  parts: BringInParts,
  items: readonly Arriving[],
  act: Act,
  { onProgress, signal }: How,
): Promise<Result<null, ImportFailure>> {
  const changes = act.about.changes ?? [];
  const total = items.length + changes.length;
  let done = 0;
  const inSteps = async <T>(
    all: readonly T[],
    step: (chunk: readonly T[]) => Promise<Result<null, SaveFailure>>,
  ): Promise<Result<null, ImportFailure>> => {
    for (const chunk of chunksOf(all, chunkLength)) {
      if (signal?.aborted) return fail('import-stopped');
      const stepped = await step(chunk);
      if (!stepped.ok) return stepped;
      done += chunk.length;
      onProgress(done, total);
      await breath();
    }
    return ok(null);
  };
  const brought = await inSteps(items, (chunk) => bringChunk(parts, chunk, act));
  const taken = brought.ok
    ? await inSteps(changes, (chunk) => takeChunk(parts, chunk, act))
    : brought;
  return taken.ok ? note(parts, act, true) : taken;
}

async function takeChunk({ writer }: BringInParts, chunk: readonly Parting[], act: Act) {
  for (const parting of chunk) {
    const taken = await takeChanges(writer, parting, act);
    if (!taken.ok) return taken;
    if (taken.value) act.tally.changed += 1;
  }
  return ok(null);
}

async function bringIn(
  parts: BringInParts,
  items: readonly Arriving[],
  act: Act,
  how: How,
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
    const tally = { added: 0, already: 0, refused: 0, changed: 0 };
    const act = { batchId: parts.newId(), at: parts.now(), tally, about };
    return bringIn(parts, items, act, { onProgress, signal });
  },
  undoImport: (batchId, onProgress) => toldInWords(() => undoImport(parts, batchId, onProgress)),
});

const batchSource = ({ from, licence = 'none-stated' }: Pick<About, 'from' | 'licence'>) => ({
  kind: from,
  licence,
});

const batchValues = (about: About, at: number): JsonObject => ({
  share: 'members',
  fileName: about.fileName,
  from: about.from,
  at: new Date(at).toISOString(),
  source: batchSource(about),
  ...(about.licence ? { licence: about.licence } : {}),
});
