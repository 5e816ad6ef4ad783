import { ok, type Result } from '#base/result.ts';
import type { CircleStore } from './circle-store.ts';
import { compactDocument } from './compact.ts';
import type { WriteFailure } from './home-store.ts';
import type { CircleDb } from './pouch.ts';
import { isMissing, storeFailure } from './pouch-trouble.ts';

type Leaf = { readonly ok: { readonly _rev: string; readonly _deleted?: boolean } };

async function liveRevs(db: CircleDb, id: string): Promise<readonly string[]> {
  try {
    const leaves = (await db.get(id, { open_revs: 'all' })) as unknown as readonly (
      | Leaf
      | object
    )[];
    return leaves.flatMap((leaf) => ('ok' in leaf && !leaf.ok._deleted ? [leaf.ok._rev] : []));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

/**
 * Removes every leaf of a document, also those that can't be opened, and lets go of all that it
 * said before (decision 25). Only for what a signed notice erases. Safe to repeat.
 * @param id the document's `_id`, 32 hex digits
 * @returns whether there was anything left of it
 */
export async function eraseDocument(
  { db }: Pick<CircleStore, 'db'>,
  id: string,
): Promise<Result<boolean, WriteFailure>> {
  try {
    return await db.use(async (from) => {
      const revs = await liveRevs(from, id);
      for (const rev of revs) await from.remove(id, rev);
      if (revs.length > 0) await compactDocument(from, id);
      return ok(revs.length > 0);
    });
  } catch (error) {
    return storeFailure(error);
  }
}
