import type { CircleStore } from '#register/circle-store.ts';
import type { LeafDoc } from '#seal/gate.ts';
import { type IndexMove, type LeafIndex, leafIndex } from './leaf-index.ts';
import {
  isFromHub,
  keepSyncState,
  readSyncState,
  type SyncState,
  withSequences,
} from './sync-state.ts';

/** What the tab that syncs knows of a circle: what it holds, and how that stands to the hub. */
export interface CircleMemory {
  readonly index: LeafIndex;
  /** How many keys there were when what waits for one was last tried. */
  keysTried?: number | undefined;
  state(): SyncState;
  keep(change: Partial<SyncState>): Promise<void>;
  /** Documents this phone has changed that no receipt covers, as of the index. */
  waiting(): ReadonlySet<string>;
  /**
   * After leaves from the hub were taken in: what moved by them alone does not wait to be shared.
   * `before`: what waited before they came. `along`: what else is to be remembered, in one write.
   */
  noteFromHub(
    docs: readonly LeafDoc[],
    before: ReadonlySet<string>,
    along?: Partial<SyncState>,
  ): Promise<void>;
}

/** Reads what is kept and looks once through the circle. */
export async function openCircleMemory(store: Pick<CircleStore, 'db'>): Promise<CircleMemory> {
  let state = await readSyncState(store);
  const index = leafIndex(store);
  let rev: string | undefined;
  await index.catchUp();

  const keep = async (change: Partial<SyncState>): Promise<void> => {
    state = { ...state, ...change };
    rev = await keepSyncState(store, state, rev);
  };

  const waiting = (): ReadonlySet<string> => {
    const ids = new Set(Object.keys(state.denied));
    for (const { id, seq } of index.all())
      if (seq > state.agreed && !isFromHub(state.fromHub, seq)) ids.add(id);
    return ids;
  };

  const noteFromHub: CircleMemory['noteFromHub'] = async (docs, before, along = {}) => {
    const moves = await index.catchUp();
    const told = new Set(docs.map(({ _id, _rev }) => `${_id} ${_rev}`));
    const isTheirs = (move: IndexMove): boolean =>
      move.now.leaves.every(
        (rev) => move.before?.leaves.includes(rev) || told.has(`${move.now.id} ${rev}`),
      );
    const theirs = moves.filter((move) => !before.has(move.now.id) && isTheirs(move));
    const sequences = theirs.map(({ now }) => now.seq);
    const fromHub = withSequences(state.fromHub, sequences);
    if (sequences.length > 0) await keep({ ...along, fromHub });
    else if (Object.keys(along).length > 0) await keep(along);
  };

  return { index, state: () => state, keep, waiting, noteFromHub };
}

const pageLength = 1_000;

/** Documents of a circle that this phone has changed and no receipt covers, as they stand. */
export async function waitingIn(store: Pick<CircleStore, 'db'>): Promise<ReadonlySet<string>> {
  const { agreed, fromHub, denied } = await readSyncState(store);
  const ids = new Set(Object.keys(denied));
  let since = agreed;
  for (let more = true; more; ) {
    const page = await store.db.use(async (db) => db.changes({ since, limit: pageLength }));
    for (const { id, seq } of page.results) if (!isFromHub(fromHub, Number(seq))) ids.add(id);
    since = Number(page.last_seq);
    more = page.results.length === pageLength;
  }
  return ids;
}

/** How many: without a hub, after a restart, and in a tab that does not sync. */
export const countWaiting = async (store: Pick<CircleStore, 'db'>): Promise<number> =>
  (await waitingIn(store)).size;
