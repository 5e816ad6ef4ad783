import type { JsonObject } from '#base/json.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { Arriving, Book, ImportFailure, Parting, SaveFailure } from './book.ts';
import { withBirth } from './book-commands.ts';
import { chunkBringer, type Tally } from './bring-chunk.ts';
import { type BringInParts, breath, chunksOf, type OnProgress } from './bring-in-parts.ts';
import { roomFor } from './room-for.ts';
import { takeChanges } from './take-changes.ts';
import { toldInWords } from './told-in-words.ts';
import { undoImport } from './undo-import.ts';

type About = Parameters<Book['bringIn']>[1];
type BroughtIn = Awaited<ReturnType<Book['bringIn']>>;

const chunkLength = 50;

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

/** One few after another, counted over all of an import, until one fails or it is stopped. */
function stepping(total: number, { onProgress, signal }: How) {
  let done = 0;
  return async <T>(
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
}

/** Lists follow while more is written: both mostly wait for the disk. One at a time. */
function following({ caughtUp }: BringInParts): () => void {
  let isFollowing = false;
  return () => {
    if (isFollowing) return;
    isFollowing = true;
    void caughtUp().finally(() => {
      isFollowing = false;
    });
  };
}

/** Whatever ends it, what is on its way to the disk gets there first: it may have to be taken back. */
async function bringNew(
  parts: BringInParts,
  items: readonly Arriving[],
  act: Act,
  inSteps: ReturnType<typeof stepping>,
): Promise<Result<null, ImportFailure>> {
  const chunks = chunkBringer(parts, act);
  const follow = following(parts);
  const brought = await inSteps(items, async (chunk) => {
    const before = await chunks.bring(chunk);
    if (before.ok) follow();
    return before;
  });
  const last = await chunks.end();
  return brought.ok ? last : brought;
}

async function bringAll(
  parts: BringInParts,
  items: readonly Arriving[],
  act: Act,
  how: How,
): Promise<Result<null, ImportFailure>> {
  const changes = act.about.changes ?? [];
  const inSteps = stepping(items.length + changes.length, how);
  const brought = await bringNew(parts, items, act, inSteps);
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
