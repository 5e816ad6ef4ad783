import type { JsonObject } from '#base/json.ts';
import { fail, ok, type Result } from '#base/result.ts';
import type { Arriving, Book, ImportFailure } from './book.ts';
import { withBirth } from './book-commands.ts';
import { chunkBringer, type Tally } from './bring-chunk.ts';
import { type BringInParts, breath, chunksOf, type OnProgress } from './bring-in-parts.ts';
import { roomFor } from './room-for.ts';
import { toldInWords } from './told-in-words.ts';
import { undoImport } from './undo-import.ts';

type About = Parameters<Book['bringIn']>[1];
type BroughtIn = Awaited<ReturnType<Book['bringIn']>>;

const chunkLength = 50;

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

/** What is on its way to the disk gets there first: it must be taken back too. */
async function stopped(writing: Promise<unknown>): Promise<Result<null, ImportFailure>> {
  await writing;
  return fail('import-stopped');
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

async function bringAll(
  parts: BringInParts,
  items: readonly Arriving[],
  act: Act,
  { onProgress, signal }: { onProgress: OnProgress; signal: AbortSignal | undefined },
): Promise<Result<null, ImportFailure>> {
  const chunks = chunkBringer(parts, act.batchId, act.tally);
  const follow = following(parts);
  let done = 0;
  for (const chunk of chunksOf(items, chunkLength)) {
    if (signal?.aborted) return stopped(chunks.end());
    const brought = await chunks.bring(chunk);
    if (!brought.ok) return brought;
    follow();
    done += chunk.length;
    onProgress(done, items.length);
    await breath();
  }
  const last = await chunks.end();
  return last.ok ? note(parts, act, true) : last;
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
