import { type Bytes, toHex } from '#base/bytes.ts';
import {
  type Buckets,
  bucketOf,
  type Counted,
  countDocuments,
  noBuckets,
  rootOf,
} from '#domain/receipt/receipt.ts';
import type { CircleStore } from '#register/circle-store.ts';

export interface Indexed extends Counted {
  /** Own sequence at which it moved last. */
  readonly seq: number;
}

/** A document that moved, as it was before and as it is now. */
export interface IndexMove {
  readonly before: Indexed | undefined;
  readonly now: Indexed;
}

export interface LeafIndex {
  /** Own sequence it has come to. */
  seq(): number;
  /** Reads on from there; answers what moved. */
  catchUp(): Promise<readonly IndexMove[]>;
  get(id: string): Indexed | undefined;
  all(): Iterable<Indexed>;
  buckets(): Buckets;
  /** In hex; with these documents counted as told instead of as they are here. */
  root(instead?: readonly Counted[]): Promise<string>;
  /** Documents counted in these buckets. */
  within(buckets: ReadonlySet<number>): Promise<readonly Indexed[]>;
}

const pageLength = 1_000;

const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

/**
 * What this phone holds of a circle, by document, in memory: one look through the feed, then only
 * what moved. The same arithmetic as at the hub.
 */
export function leafIndex({ db }: Pick<CircleStore, 'db'>): LeafIndex {
  const documents = new Map<string, Indexed>();
  let buckets = noBuckets();
  let seq = 0;
  let turn: Promise<unknown> = Promise.resolve();

  const readPage = async (): Promise<{ moves: readonly IndexMove[]; isLast: boolean }> => {
    const asked = { since: seq, limit: pageLength, style: 'all_docs' } as const;
    const page = await db.use(async (from) => from.changes(asked));
    const moves = page.results.map(({ id, changes, seq: at }) => ({
      before: documents.get(id),
      now: { id, leaves: changes.map(({ rev }) => rev), seq: Number(at) },
    }));
    const next = buckets.slice();
    await countDocuments(
      next,
      moves.flatMap(({ before }) => before ?? []),
      sha256,
    );
    await countDocuments(
      next,
      moves.map(({ now }) => now),
      sha256,
    );
    for (const { now } of moves) documents.set(now.id, now);
    buckets = next;
    seq = Number(page.last_seq);
    return { moves, isLast: page.results.length < pageLength };
  };

  const readOn = async (): Promise<readonly IndexMove[]> => {
    const all: IndexMove[] = [];
    for (;;) {
      const { moves, isLast } = await readPage();
      all.push(...moves);
      if (isLast) return all;
    }
  };

  const root = async (instead: readonly Counted[] = []): Promise<string> => {
    const told = buckets.slice();
    const own = instead.flatMap(({ id }) => documents.get(id) ?? []);
    await countDocuments(told, own, sha256);
    await countDocuments(told, instead, sha256);
    return toHex(await rootOf(told, sha256));
  };

  return {
    seq: () => seq,
    catchUp: () => {
      const mine = turn.then(readOn);
      turn = mine.catch(() => {});
      return mine;
    },
    get: (id) => documents.get(id),
    all: () => documents.values(),
    buckets: () => buckets.slice(),
    root,
    within: async (wanted) => {
      const all = [...documents.values()];
      const places = await Promise.all(all.map((document) => bucketOf(document, sha256)));
      return all.filter((_, at) => wanted.has(places[at] ?? -1));
    },
  };
}
