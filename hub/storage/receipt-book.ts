import { fromBase64, toBase64 } from '../../src/base/bytes.ts';
import {
  type Buckets,
  type Counted,
  countDocuments,
  noBuckets,
} from '../../src/domain/receipt/receipt.ts';
import type { Holding } from './hub-storage.ts';
import type { Pouch } from './level-db.ts';
import { readLocal, writeLocal } from './local-documents.ts';
import { movedAfter } from './moved-after.ts';
import { sha256 } from './sha256.ts';

export interface ReceiptBook {
  now(): Holding;
  /** Whether the store was closed in order, so that nothing is owed to it. */
  readonly wasClosed: boolean;
  /** Documents as they were before a write and as they are after it, which ended at `seq`. */
  move(before: readonly Counted[], after: readonly Counted[], seq: number): Promise<void>;
  /** For the next opening; without it that one counts anew. */
  keep(): Promise<void>;
}

const kept = '_local/patchbook-receipt';
const pageLength = 1_000;

/** What one open store holds, kept along with its writes. */
export async function openReceiptBook(db: Pouch): Promise<ReceiptBook> {
  const { update_seq } = await db.info();
  const found = bucketsIn(await readLocal(db, kept), Number(update_seq));
  let holding = found ?? (await recount(db));
  return {
    now: () => ({ ...holding, buckets: holding.buckets.slice() }),
    wasClosed: found !== undefined,
    move: async (before, after, seq) => {
      const buckets = holding.buckets.slice();
      await countDocuments(buckets, before, sha256);
      await countDocuments(buckets, after, sha256);
      holding = { seq, buckets };
    },
    keep: async () => {
      const { seq, buckets } = holding;
      if (seq !== found?.seq) await writeLocal(db, kept, { seq, buckets: toBase64(buckets) });
    },
  };
}

/** Only for the very sequence the store stands at: after a crash it stands elsewhere. */
function bucketsIn(
  local: Readonly<Record<string, unknown>> | undefined,
  seq: number,
): Holding | undefined {
  if (local?.['seq'] !== seq || typeof local['buckets'] !== 'string') return undefined;
  const buckets = fromBase64(local['buckets']);
  return buckets?.length === noBuckets().length ? { seq, buckets } : undefined;
}

/** From nothing but the documents: what keeping along must always be equal to. */
export async function recount(db: Pouch): Promise<Holding> {
  const buckets: Buckets = noBuckets();
  let seq = 0;
  for (let more = true; more; ) {
    const { moved, lastSeq } = await movedAfter(db, seq, pageLength);
    const counted = moved.map(({ id, leaves }) => ({ id, leaves: leaves.map(({ rev }) => rev) }));
    await countDocuments(buckets, counted, sha256);
    seq = lastSeq;
    more = moved.length === pageLength;
  }
  return { seq, buckets };
}
