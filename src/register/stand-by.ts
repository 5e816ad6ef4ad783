import { packBody } from '#domain/merge/pack.ts';
import type { CircleStore } from './circle-store.ts';
import { joinLeaves, readLeaves } from './leaves.ts';
import { isConflict } from './pouch-trouble.ts';

const attempts = 5;

/**
 * Says once more what stands here, as a child of the best leaf, so that whatever grows out of that
 * leaf stands beside it and not in its place (decisions 22 and 23). Equal leaves give equal
 * children: all phones that were shown the same write the same revision.
 * False where it can't be said again.
 */
export async function standBy(
  store: Pick<CircleStore, 'db' | 'ring' | 'sealer'>,
  id: string,
): Promise<boolean> {
  for (let attempt = 1; attempt <= attempts; attempt += 1) {
    const leaves = await store.db.use((db) => readLeaves(db, store.ring, id));
    const [best] = leaves?.open ?? [];
    const body = joinLeaves(leaves?.open ?? []);
    if (!best || !body) return false;
    const [sealed] = await store.sealer.sealMany([{ id, body: packBody(body) }], store.ring);
    if (!sealed?.ok) return false;
    const envelope = sealed.value;
    try {
      await store.db.use((db) => db.put({ ...envelope, _rev: best.rev }));
      return true;
    } catch (error) {
      if (!isConflict(error)) throw error;
    }
  }
  return false;
}
