import type { Counted } from '../../src/domain/receipt/receipt.ts';
import { checkpointsIn } from './checkpoints.ts';
import type { Arrived, CircleStore } from './hub-storage.ts';
import { oneAtATime } from './in-turn.ts';
import { openLevelDb, type Pouch, tidyLevelDb } from './level-db.ts';
import { movedAfter } from './moved-after.ts';
import { branchesIn, readDocuments } from './read-documents.ts';
import { openReceiptBook } from './receipt-book.ts';
import { hasRevision } from './revision-tree.ts';
import { type Branched, partByRoom } from './room-for-leaves.ts';
import { sizeOfFolder } from './size-of-folder.ts';

export interface OpenCircle extends CircleStore {
  /** True after a write that failed: what the store says of itself is then no longer sure. */
  readonly isBroken: boolean;
  close(): Promise<void>;
}

/** Erasures often come in a row, and one tidying serves them all. */
const tidyAfter = 30_000;

interface CircleOptions {
  /** Called after each write that moved a circle, with the sequence it stands at now. */
  readonly onMoved: (seq: number) => void;
  /** Bytes on disk it may take. */
  readonly mostBytes: number;
}

const branchesOfAll = (db: Pouch, ids: readonly string[]): Promise<readonly Branched[]> =>
  Promise.all(ids.map(async (id) => ({ id, branches: await branchesIn(db, id) })));

const counted = (all: readonly Branched[]): readonly Counted[] =>
  all.map(({ id, branches }) => ({ id, leaves: branches.map(({ rev }) => rev) }));

/** A circle in a LevelDB folder of its own. There must be one of it at a time, in one process. */
export async function openLevelCircle(
  folder: string,
  { onMoved, mostBytes }: CircleOptions,
): Promise<OpenCircle> {
  const db = await openLevelDb(folder);
  const book = await openReceiptBook(db);
  const inTurn = oneAtATime();
  let owesTidying = false;
  let tidying: NodeJS.Timeout | undefined;
  let isBroken = false;

  const writeNow = async (
    documents: readonly Arrived[],
    part: typeof partByRoom,
  ): Promise<readonly Arrived[]> => {
    const ids = [...new Set(documents.map(({ _id }) => _id))];
    const before = await branchesOfAll(db, ids);
    const { taken, left } = part(documents, before);
    await putAll(db, taken);
    const seq = Number((await db.info()).update_seq);
    if (seq === book.now().seq) return left;
    await book.move(counted(before), counted(await branchesOfAll(db, ids)), seq);
    if (taken.some(({ _deleted }) => _deleted)) tidySoon();
    onMoved(seq);
    return left;
  };

  const tidySoon = (): void => {
    owesTidying = true;
    tidying ??= setTimeout(() => letGo().catch(console.error), tidyAfter).unref();
  };

  // What a crash left behind may be something that was to go.
  if (!book.wasClosed) tidySoon();

  const write = (documents: readonly Arrived[], part = partByRoom) =>
    inTurn(() =>
      writeNow(documents, part).catch((error: unknown) => {
        isBroken = true;
        throw error;
      }),
    );

  const letGo = () =>
    inTurn(async () => {
      clearTimeout(tidying);
      tidying = undefined;
      if (!owesTidying) return;
      await tidyLevelDb(db);
      owesTidying = false;
    });

  const close = async (): Promise<void> => {
    clearTimeout(tidying);
    if (!isBroken) {
      await letGo();
      await inTurn(book.keep);
    }
    await inTurn(() => db.close());
  };

  return {
    get isBroken() {
      return isBroken;
    },
    about: async () => {
      const { doc_count, update_seq } = await db.info();
      return { documents: doc_count, seq: Number(update_seq) };
    },
    missing: async (asked) => {
      const found = await Promise.all([...asked].map((one) => missingOf(db, ...one)));
      return new Map(found.filter(([, revs]) => revs.length > 0));
    },
    write: (documents) => write(documents),
    putBack: async (documents) => {
      await write(documents, (taken) => ({ taken, left: [] }));
    },
    hasRoom: async () => (await sizeOfFolder(folder)) <= mostBytes,
    page: (since, limit) => movedAfter(db, since, limit),
    read: (wanted, latest) => readDocuments(db, wanted, latest),
    holding: async () => book.now(),
    ...checkpointsIn(db, inTurn),
    letGo,
    close,
  };
}

async function missingOf(
  db: Pouch,
  id: string,
  revs: readonly string[],
): Promise<readonly [string, readonly string[]]> {
  const branches = await branchesIn(db, id);
  const isThere = (rev: string) => branches.some((branch) => hasRevision(branch, rev));
  return [id, revs.filter((rev) => !isThere(rev))];
}

/** A copy, because PouchDB writes into what it is given. */
async function putAll(db: Pouch, documents: readonly Arrived[]): Promise<void> {
  const refused = await db.bulkDocs(
    documents.map((document) => ({ ...document, _revisions: ownHistory(document) })),
    { new_edits: false },
  );
  if (refused.length > 0) throw new Error('The store refused a document that passed the gate.');
}

const ownHistory = ({ _revisions: { start, ids } }: Arrived) => ({ start, ids: [...ids] });
