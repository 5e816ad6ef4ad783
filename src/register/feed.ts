import type { Body } from '#domain/merge/body.ts';
import { isBare } from '#domain/merge/read.ts';
import type { Envelope } from '#seal/envelope.ts';
import type { CircleStore } from './circle-store.ts';
import {
  bodyOf,
  envelopeOf,
  joinLeaves,
  leavesOf,
  type ParkedWhy,
  type StoredEnvelope,
} from './leaves.ts';

/** One document that moved: its joined body, or why it can't be shown. */
export type FeedItem =
  | { readonly id: string; readonly body: Body }
  | { readonly id: string; readonly parked: ParkedWhy }
  | { readonly id: string; readonly gone: true };

export interface FeedPage {
  readonly items: readonly FeedItem[];
  /** Where the next page starts. */
  readonly seq: number;
  readonly more: boolean;
  /** By document, its own place in the feed. */
  readonly seqs?: ReadonlyMap<string, number>;
}

/** All that stood here has gone to a wider home: only its past is left. */
const shown = (id: string, body: Body): FeedItem =>
  isBare(body) ? { id, gone: true } : { id, body };

async function withConflicts(store: CircleStore, doc: StoredEnvelope): Promise<FeedItem> {
  const { open, parked } = await store.db.use((db) => leavesOf(db, store.ring, doc));
  const body = joinLeaves(open);
  return body ? shown(doc._id, body) : { id: doc._id, parked: parked[0] ?? 'broken' };
}

/** The usual case, one leaf each: opened together, off the main thread. */
async function singles(store: CircleStore, docs: readonly StoredEnvelope[]): Promise<FeedItem[]> {
  const envelopes = docs.map(envelopeOf);
  const sound = envelopes.flatMap((envelope, at) =>
    envelope ? [{ ...envelope, _rev: docs[at]?._rev ?? '' }] : [],
  );
  const opened = await store.sealer.openMany(
    sound.map(({ _rev, ...envelope }): Envelope => envelope),
    store.ring,
  );
  const items = sound.map(async (envelope, index): Promise<FeedItem> => {
    const id = envelope._id;
    const result = opened[index];
    if (!result?.ok) return { id, parked: result?.error.kind === 'no-key' ? 'no-key' : 'broken' };
    const body = await bodyOf(result.value, envelope, store.ring);
    return body.ok ? shown(id, body.value) : { id, parked: body.error.kind };
  });
  const unsound = docs
    .filter((_, index) => envelopes[index] === undefined)
    .map((doc): FeedItem => ({ id: doc._id, parked: 'broken' }));
  return [...(await Promise.all(items)), ...unsound];
}

/** What moved in a circle after `since`, oldest first, each document once. */
export async function feedPage(
  store: CircleStore,
  since: number,
  limit: number,
): Promise<FeedPage> {
  const asked = { since, limit, include_docs: true, conflicts: true };
  const changes = await store.db.use(async (db) => db.changes(asked));
  const gone: FeedItem[] = [];
  const single: StoredEnvelope[] = [];
  const contested: StoredEnvelope[] = [];
  for (const { id, deleted, doc } of changes.results) {
    const stored = doc as StoredEnvelope | undefined;
    if (deleted || !stored) gone.push({ id, gone: true });
    else if (stored._conflicts?.length) contested.push(stored);
    else single.push(stored);
  }
  const items = [
    ...gone,
    ...(await singles(store, single)),
    ...(await Promise.all(contested.map((doc) => withConflicts(store, doc)))),
  ];
  const seqs = new Map(changes.results.map(({ id, seq }) => [id, Number(seq)]));
  return { items, seq: Number(changes.last_seq), more: changes.results.length === limit, seqs };
}
