import { ok, type Result } from '#base/result.ts';
import type { Body } from '#domain/merge/body.ts';
import { sameJson } from '#domain/merge/canonical.ts';
import { join } from '#domain/merge/join.ts';
import { packBody } from '#domain/merge/pack.ts';
import type { Envelope } from '#seal/envelope.ts';
import type { LeafDoc } from '#seal/gate.ts';
import type { CircleStore } from './circle-store.ts';
import type { WriteFailure } from './home-store.ts';
import { type Leaf, openStored, readLeaves } from './leaves.ts';
import type { CircleDb } from './pouch.ts';
import { storeFailure } from './pouch-trouble.ts';

export interface Taken {
  /** Leaves that this phone did not have. */
  readonly added: number;
  /** Leaves that would have taken something away that nobody here has erased. */
  readonly refused: number;
}

const isTombstone = (doc: LeafDoc): boolean => '_deleted' in doc;

/** Whether all that `less` says stands in `more` as well. */
const holds = (more: Body, less: Body): boolean =>
  sameJson(packBody(join(less, more)), packBody(more));

const historyOf = ({ _revisions: { start, ids } }: LeafDoc): ReadonlySet<string> =>
  new Set(ids.map((id, back) => `${start - back}-${id}`));

/**
 * A leaf that grows out of one of ours takes its place, so it must say all that ours says; a
 * tombstone leaves that to the other leaves. Whoever writes honestly starts from the join of all
 * leaves, so nothing honest is refused; an old body hung on the newest revision is (attack 6).
 */
async function isWelcome(
  store: CircleStore,
  doc: LeafDoc,
  ours: readonly Leaf[],
): Promise<boolean> {
  const history = historyOf(doc);
  const replaced = ours.filter(({ rev }) => history.has(rev));
  if (replaced.length === 0) return true;
  const opened = 'c' in doc ? await openStored(doc, store.ring) : undefined;
  const rest = ours.filter((leaf) => !replaced.includes(leaf)).map(({ body }) => body);
  const bodies = opened?.ok ? [opened.value, ...rest] : rest;
  const [first, ...others] = bodies;
  if (!first) return false;
  const after = others.reduce(join, first);
  return replaced.every(({ body }) => holds(after, body));
}

interface Lacking {
  readonly doc: LeafDoc;
  /** One of ours may be what it grows out of. */
  readonly isKnown: boolean;
}

async function knownIn(db: CircleDb, docs: readonly LeafDoc[]): Promise<ReadonlySet<string>> {
  const keys = [...new Set(docs.map(({ _id }) => _id))];
  const { rows } = await db.allDocs({ keys });
  return new Set(rows.flatMap((row) => ('id' in row && 'value' in row ? [row.id] : [])));
}

async function lackingIn(db: CircleDb, docs: readonly LeafDoc[]): Promise<readonly Lacking[]> {
  const asked: Record<string, string[]> = {};
  for (const { _id, _rev } of docs) asked[_id] = [...(asked[_id] ?? []), _rev];
  const lacking = await db.revsDiff(asked);
  const missing = docs.filter(({ _id, _rev }) => lacking[_id]?.missing?.includes(_rev));
  const known = await knownIn(db, missing);
  return missing.map((doc) => ({ doc, isKnown: known.has(doc._id) }));
}

/** Never two of one id in one call: what goes wrong with one must not tear the other. */
function inRounds(lacking: readonly Lacking[]): readonly Lacking[][] {
  const rounds: Lacking[][] = [];
  const seen = new Map<string, number>();
  for (const one of lacking) {
    const round = seen.get(one.doc._id) ?? 0;
    seen.set(one.doc._id, round + 1);
    const place = rounds[round];
    if (place) place.push(one);
    else rounds[round] = [one];
  }
  return rounds;
}

/** PouchDB's types know of no tombstones among what is written. */
const asStored = (docs: readonly LeafDoc[]): Envelope[] => [...docs] as unknown as Envelope[];

async function takeRound(
  store: CircleStore,
  round: readonly Lacking[],
  erased: ReadonlySet<string>,
): Promise<Taken> {
  const welcome: LeafDoc[] = [];
  for (const { doc, isKnown } of round) {
    const isErasing = isTombstone(doc) && erased.has(doc._id);
    const ours =
      isKnown && !isErasing
        ? await store.db.use((db) => readLeaves(db, store.ring, doc._id))
        : undefined;
    if (await isWelcome(store, doc, ours?.open ?? [])) welcome.push(doc);
  }
  if (welcome.length > 0)
    await store.db.use(async (db) => db.bulkDocs(asStored(welcome), { new_edits: false }));
  return { added: welcome.length, refused: round.length - welcome.length };
}

/**
 * Takes in leaves that passed the gate, as the members of one circle hand them to each other.
 * Safe to repeat, in any order. `erased`: documents that a signed notice has erased or moved here.
 */
export async function takeLeaves(
  store: CircleStore,
  docs: readonly LeafDoc[],
  erased: ReadonlySet<string>,
): Promise<Result<Taken, WriteFailure>> {
  try {
    const live = docs.filter((doc) => !isTombstone(doc) && !erased.has(doc._id));
    // What takes away comes last: it is judged by all that is there then.
    const wanted = [...live, ...docs.filter(isTombstone)];
    const lacking = await store.db.use((db) => lackingIn(db, wanted));
    let [added, refused] = [0, 0];
    for (const round of inRounds(lacking)) {
      const taken = await takeRound(store, round, erased);
      added += taken.added;
      refused += taken.refused;
    }
    return ok({ added, refused });
  } catch (error) {
    return storeFailure(error);
  }
}
