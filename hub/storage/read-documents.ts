import type { Arrived, Found, Wanted } from './hub-storage.ts';
import type { Pouch } from './level-db.ts';
import { type Branch, branchesOf, hasRevision, type RevisionRoot } from './revision-tree.ts';

const isMissing = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'status' in error && error.status === 404;

/**
 * All leaves of a document with how they came about; none where there is no such document.
 * PouchDB's own `latest` and `revs` are not asked: the first ends the process for a revision
 * that is not there, the second trusts a hash to stand in one place only.
 */
export const branchesIn = (db: Pouch, id: string): Promise<readonly Branch[]> =>
  new Promise((resolve, reject) => {
    db._getRevisionTree(id, (error: unknown, tree: readonly RevisionRoot[] = []) => {
      if (error && !isMissing(error)) reject(error);
      else resolve(branchesOf(error ? [] : tree));
    });
  });

/** The document's leaves that were asked for, or the one revision if its body is still there. */
export async function readDocuments(
  db: Pouch,
  { id, rev }: Wanted,
  latest: boolean,
): Promise<readonly Found[]> {
  const branches = await branchesIn(db, id);
  const wanted = branches.filter(
    (branch) => rev === undefined || branch.rev === rev || (latest && hasRevision(branch, rev)),
  );
  if (wanted.length === 0) return [{ missing: rev ?? 'unknown' }];
  return Promise.all(wanted.map((branch) => readLeaf(db, id, branch)));
}

async function readLeaf(db: Pouch, id: string, branch: Branch): Promise<Found> {
  const { rev, start, hashes, deleted } = branch;
  const stored = await bodyOf(db, id, rev);
  if (!stored) return { missing: rev };
  const history: Arrived = { _id: id, _rev: rev, _revisions: { start, ids: hashes } };
  return { ok: deleted ? { ...history, _deleted: true } : { ...stored, ...history } };
}

async function bodyOf(db: Pouch, id: string, rev: string) {
  try {
    const { _deleted, ...body } = await db.get(id, { rev });
    return body;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
