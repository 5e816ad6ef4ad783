import { ok, type Result } from '#base/result.ts';
import type { Envelope } from '#seal/envelope.ts';
import type { LeafDoc } from '#seal/gate.ts';
import { tombstoneOver } from './bury.ts';
import type { CircleStore } from './circle-store.ts';
import {
  type Graves,
  isBuried,
  isTombstone,
  letGo,
  openHere,
  rescueAll,
  sortOut,
} from './graves.ts';
import type { WriteFailure } from './home-store.ts';
import { judgeLeaf, type Verdict } from './judge-leaf.ts';
import { joinLeaves } from './leaves.ts';
import type { CircleDb } from './pouch.ts';
import { storeFailure } from './pouch-trouble.ts';
import { standBy } from './stand-by.ts';

export interface Taken {
  /** Leaves that this phone did not have. */
  readonly added: number;
  /** Those of them that would have taken something away: what stood here was said once more. */
  readonly resisted: number;
  /** Leaves of what was erased, answered with a tombstone and not written down. */
  readonly buried: number;
  /** Documents of which a leaf was left out for now; to be handed over again. */
  readonly later: readonly string[];
}

type Counts = { -readonly [K in Exclude<keyof Taken, 'later'>]: Taken[K] };

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

/** Only of known documents revisions are looked up, one by one: in a first load there are none. */
async function lackingIn(db: CircleDb, docs: readonly LeafDoc[]): Promise<readonly Lacking[]> {
  const known = await knownIn(db, docs);
  const asked: Record<string, string[]> = {};
  for (const { _id, _rev } of docs) if (known.has(_id)) asked[_id] = [...(asked[_id] ?? []), _rev];
  const lacking = known.size > 0 ? await db.revsDiff(asked) : {};
  return docs.flatMap((doc) => {
    const isKnown = known.has(doc._id);
    const isHere = isKnown && !lacking[doc._id]?.missing?.includes(doc._rev);
    return isHere ? [] : [{ doc, isKnown }];
  });
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

/**
 * What becomes of a leaf that would take something away: `resist` takes it beside what is said once
 * more; `wait` leaves it out for now, for the notice that allows it may have come along with it.
 * What no key here opens always waits.
 */
export type Lowering = 'resist' | 'wait';

interface Taking {
  readonly store: CircleStore;
  readonly erased: Graves;
  readonly lowering: Lowering;
  readonly counts: Counts;
  readonly later: Set<string>;
}

async function verdictOn({ store, erased, later }: Taking, one: Lacking): Promise<Verdict> {
  const { doc, isKnown } = one;
  if (!isKnown) return 'welcome';
  const ours = await openHere(store, doc._id);
  if (isTombstone(doc)) {
    const body = joinLeaves(ours);
    if (isBuried(erased, doc._id, body)) return letGo(erased, doc._id, body);
    // What takes away is judged by all that came with it.
    if (later.has(doc._id)) return 'later';
  }
  return judgeLeaf(doc, ours, store.ring);
}

async function takeRound(taking: Taking, round: readonly Lacking[]): Promise<void> {
  const { store, lowering, counts, later } = taking;
  const welcome: LeafDoc[] = [];
  // No two of a round are of one document, so that what is said of one changes nothing for another.
  const verdicts = await Promise.all(round.map((one) => verdictOn(taking, one)));
  for (const [at, { doc }] of round.entries()) {
    const verdict = verdicts[at];
    const isHeld = verdict === 'lowers' && lowering === 'resist' && (await standBy(store, doc._id));
    if (isHeld) counts.resisted += 1;
    if (verdict === 'welcome' || isHeld) welcome.push(doc);
    else later.add(doc._id);
  }
  if (welcome.length > 0)
    await store.db.use(async (db) => db.bulkDocs(asStored(welcome), { new_edits: false }));
  counts.added += welcome.length;
}

/**
 * Takes in leaves that passed the gate, as the members of one circle hand them to each other.
 * Safe to repeat, in any order. `erased`: documents that a signed notice has erased or moved here.
 */
export async function takeLeaves(
  store: CircleStore,
  docs: readonly LeafDoc[],
  erased: Graves,
  lowering: Lowering = 'resist',
): Promise<Result<Taken, WriteFailure>> {
  const counts: Counts = { added: 0, resisted: 0, buried: 0 };
  const taking: Taking = { store, erased, lowering, counts, later: new Set() };
  try {
    const { wanted, late } = await sortOut(taking, docs);
    // Where it went to may come along with it.
    if (lowering === 'wait') for (const { doc } of late) taking.later.add(doc._id);
    const rescued = lowering === 'wait' ? ok(null) : await rescueAll(erased, late);
    if (!rescued.ok) return rescued;
    const graves =
      lowering === 'wait' ? [] : await Promise.all(late.map(({ doc }) => tombstoneOver(doc)));
    const lacking = await store.db.use((db) => lackingIn(db, wanted));
    for (const round of inRounds(lacking)) await takeRound(taking, round);
    const open = await store.db.use((db) => lackingIn(db, graves));
    for (const round of inRounds(open))
      await store.db.use((db) =>
        db.bulkDocs(asStored(round.map(({ doc }) => doc)), { new_edits: false }),
      );
    return ok({ ...counts, buried: open.length, later: [...taking.later] });
  } catch (error) {
    return storeFailure(error);
  }
}
