import { fail, ok, type Result } from '#base/result.ts';
import type { KeysRow } from '#device/device-db.ts';
import type { Circle } from '#domain/sharing/level.ts';
import { bookLines, type CheckedBook, checkBook } from '#formats/book-file.ts';
import type { Graves } from '#register/graves.ts';
import type { WriteFailure } from '#register/home-store.ts';
import { type CircleStores, heldCircles } from '#register/open-register.ts';
import { takeLeaves } from '#register/take-leaves.ts';
import { type LeafDoc, passGate } from '#seal/gate.ts';
import type { BookCopies, TakenBook } from './book.ts';
import { saveBook } from './save-book.ts';
import type { Orders } from './sharing/orders.ts';

export interface CopyParts {
  readonly keys: KeysRow;
  readonly circles: CircleStores;
  readonly now: () => number;
  /** What may be taken away here. */
  readonly orders: Orders;
  /** Lists follow what came in. */
  readonly caughtUp: () => Promise<void>;
}

type OnProgress = (done: number, total: number) => void;

const takenAtOnce = 200;

interface Tally {
  added: number;
  refused: number;
  done: number;
}

interface Batch {
  readonly circle: Circle;
  readonly docs: readonly LeafDoc[];
}

/** Few at a time, each circle's by themselves; `onBroken` for each that does not pass the gate. */
async function* batchesOf(
  file: Blob,
  isWanted: (doc: LeafDoc) => boolean,
  onBroken: () => void,
): AsyncGenerator<Batch> {
  const waiting: Record<Circle, LeafDoc[]> = { team: [], members: [] };
  for await (const { circle, doc } of bookLines(file)) {
    const passed = passGate(doc);
    if (!passed.ok) onBroken();
    else if (isWanted(passed.value)) waiting[circle].push(passed.value);
    if (waiting[circle].length >= takenAtOnce) yield { circle, docs: waiting[circle].splice(0) };
  }
  for (const circle of ['team', 'members'] as const) yield { circle, docs: waiting[circle] };
}

const isTombstone = (doc: LeafDoc): boolean => '_deleted' in doc;
const isLive = (doc: LeafDoc): boolean => !isTombstone(doc);

/** Words first, then what takes away: a tombstone is judged by all that came with it. */
async function take(
  parts: CopyParts,
  { file, book }: { file: Blob; book: CheckedBook },
  onProgress: OnProgress,
): Promise<Result<TakenBook, WriteFailure>> {
  const tally: Tally = { added: 0, refused: 0, done: 0 };
  const countBroken = () => {
    tally.refused += 1;
  };
  const passes = [batchesOf(file, isLive, countBroken), batchesOf(file, isTombstone, () => {})];
  for (const batches of passes) {
    // What the last pass brought may say what this one may take away.
    await parts.caughtUp();
    const followed = await parts.orders.follow();
    if (!followed.ok) return followed;
    const taken = await takeBatches(parts, batches, tally, () =>
      onProgress(tally.done, book.documents),
    );
    if (!taken.ok) return taken;
  }
  await parts.caughtUp();
  const { added, refused } = tally;
  return ok({ added, refused, documents: book.documents });
}

async function takeBatches(
  parts: CopyParts,
  batches: AsyncGenerator<Batch>,
  tally: Tally,
  onBatch: () => void,
): Promise<Result<null, WriteFailure>> {
  const { circles: stores, orders } = parts;
  const erased = new Map<Circle, Graves>();
  for (const [circle] of heldCircles(stores)) erased.set(circle, await orders.erased(circle));
  for await (const { circle, docs } of batches) {
    const store = stores[circle];
    // What a book holds of a circle that this phone is not in is none of its business.
    if (!store) continue;
    const taken = await takeLeaves(store, docs, erased.get(circle) ?? new Set());
    if (!taken.ok) return taken;
    tally.added += taken.value.added - taken.value.resisted;
    tally.refused += taken.value.resisted + taken.value.later.length;
    tally.done += docs.length;
    onBatch();
  }
  return ok(null);
}

/** The register as a file that can be carried by hand, and back. */
export const bookCopies = (parts: CopyParts): BookCopies => ({
  save: (lock, onProgress) => saveBook(parts, lock, onProgress),
  whoseSheet: (sign) => parts.orders.personBy(sign),
  take: async (file, onProgress) => {
    const book = await checkBook(file);
    if (!book.ok) return book;
    if (book.value.head.register !== parts.keys.register) return fail('other-register');
    return take(parts, { file, book: book.value }, onProgress);
  },
});
