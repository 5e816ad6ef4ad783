import { ok, type Result } from '#base/result.ts';
import type { Body } from '#domain/merge/body.ts';
import type { LeafDoc } from '#seal/gate.ts';
import type { CircleStore } from './circle-store.ts';
import type { WriteFailure } from './home-store.ts';
import type { Verdict } from './judge-leaf.ts';
import { joinBodies, type Leaf, openStored, readLeaves } from './leaves.ts';

/** Documents that signed notices have erased in a circle, or moved out of it. */
export interface Graves {
  has(id: string): boolean;
  /**
   * Whether what this says is what went, and not what came back since; without this, all of it is.
   * `undefined`: no key here opens it.
   */
  readonly buries?: (id: string, body: Body | undefined) => boolean;
  /** Whether it is not known yet where it went: nothing of it may be let go of until it is. */
  readonly mustWait?: (id: string) => boolean;
  /** Told what a late leaf says before it is buried: who may know it keeps it where it is now. */
  readonly rescue?: (id: string, body: Body) => Promise<Result<null, WriteFailure>>;
}

export const isTombstone = (doc: LeafDoc): boolean => '_deleted' in doc;

export const isBuried = (graves: Graves, id: string, body: Body | undefined): boolean =>
  graves.has(id) && (graves.buries?.(id, body) ?? true);

export async function openHere({ db, ring }: CircleStore, id: string): Promise<readonly Leaf[]> {
  const leaves = await db.use((from) => readLeaves(from, ring, id));
  return leaves?.open ?? [];
}

/** What stands here is kept where the thing is now, before it goes. */
export async function letGo(graves: Graves, id: string, body: Body | undefined): Promise<Verdict> {
  if (body && graves.mustWait?.(id)) return 'later';
  const kept = body && (await graves.rescue?.(id, body));
  return kept && !kept.ok ? 'later' : 'welcome';
}

interface Sorting {
  readonly store: CircleStore;
  readonly erased: Graves;
  /** Ids to be handed over again; some are added. */
  readonly later: Set<string>;
}

export interface Arrived {
  readonly doc: LeafDoc;
  /** Absent where no key here opens it. */
  readonly body: Body | undefined;
}

interface SortedOut {
  /** Words first, then what takes away: it is judged by all that is there then. */
  readonly wanted: readonly LeafDoc[];
  readonly late: readonly Arrived[];
}

/** What comes back to a circle takes along what is said of it there, also by whoever did not know. */
export async function sortOut({ store, erased, later }: Sorting, docs: readonly LeafDoc[]) {
  const sorted = { wanted: [] as LeafDoc[], late: [] as Arrived[] };
  const told = new Map<string, Arrived[]>();
  for (const doc of docs.filter((each) => !isTombstone(each))) {
    if (!erased.has(doc._id)) sorted.wanted.push(doc);
    else told.set(doc._id, [...(told.get(doc._id) ?? []), await opened(store, doc)]);
  }
  for (const [id, arrived] of told) {
    const bodies = [...(await openHere(store, id)), ...arrived].flatMap(({ body }) => body ?? []);
    const unread = arrived.filter(({ body }) => !body);
    const isLate = isBuried(erased, id, joinBodies(bodies));
    if (isLate ? erased.mustWait?.(id) : unread.length > 0) later.add(id);
    else if (isLate) sorted.late.push(...arrived);
    else sorted.wanted.push(...arrived.map(({ doc }) => doc));
  }
  sorted.wanted.push(...docs.filter(isTombstone));
  return sorted satisfies SortedOut;
}

async function opened(store: CircleStore, doc: LeafDoc): Promise<Arrived> {
  const body = await openStored(doc, store.ring);
  return { doc, body: body.ok ? body.value : undefined };
}

export async function rescueAll(
  erased: Graves,
  late: readonly Arrived[],
): Promise<Result<null, WriteFailure>> {
  for (const { doc, body } of late) {
    const done = body && (await erased.rescue?.(doc._id, body));
    if (done && !done.ok) return done;
  }
  return ok(null);
}
