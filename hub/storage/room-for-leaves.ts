import type { Arrived } from './hub-storage.ts';
import type { Branch } from './revision-tree.ts';

/**
 * Revisions one document may have, those that leaves have in common counted for each: PouchDB
 * goes through all of them at each write. Enough for 200 leaves of 20 edits.
 */
const mostRevisions = 4_000;

export interface Branched {
  readonly id: string;
  readonly branches: readonly Branch[];
}

interface Parted {
  readonly taken: readonly Arrived[];
  readonly left: readonly Arrived[];
}

/**
 * A document made to have ever more leaves would slow down every write after it. What goes on
 * from a leaf takes its place and needs no room, so that a full one can still be merged.
 */
export function partByRoom(documents: readonly Arrived[], before: readonly Branched[]): Parted {
  const trees = new Map(before.map(({ id, branches }) => [id, asTree(branches)]));
  const taken: Arrived[] = [];
  const left: Arrived[] = [];
  for (const document of documents) {
    const tree = trees.get(document._id) ?? asTree([]);
    const from = historyOf(document).find((rev) => tree.leaves.has(rev));
    const size = tree.size + (from === undefined ? document._revisions.ids.length : 0);
    const hasRoom = from !== undefined || size <= mostRevisions;
    (hasRoom ? taken : left).push(document);
    if (!hasRoom) continue;
    tree.leaves.delete(from ?? '');
    tree.leaves.add(document._rev);
    trees.set(document._id, { leaves: tree.leaves, size });
  }
  return { taken, left };
}

const asTree = (branches: readonly Branch[]) => ({
  leaves: new Set(branches.map(({ rev }) => rev)),
  size: branches.reduce((sum, { hashes }) => sum + hashes.length, 0),
});

const historyOf = ({ _revisions: { start, ids } }: Arrived): readonly string[] =>
  ids.map((hash, at) => `${start - at}-${hash}`);
