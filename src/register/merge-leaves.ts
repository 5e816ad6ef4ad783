import { ok, type Result } from '#base/result.ts';
import type { Ref } from '#domain/record/values.ts';
import type { CircleStore } from './circle-store.ts';
import type { WriteFailure } from './home-store.ts';
import { readLeaves } from './leaves.ts';

/** Somebody erased it between looking and writing. */
class Gone extends Error {}

export interface MergeParts {
  readonly register: string;
  readonly lock: <T>(name: string, work: () => Promise<T>) => Promise<T>;
}

export interface Merged {
  readonly merged: boolean;
  /** A leaf of it waits for a key. */
  readonly isLocked: boolean;
}

/**
 * Joins the leaves of a document that is in conflict into one, the same on every phone, under its
 * record's lock. What is in no conflict, can't be opened or is of a newer app stays as it is.
 */
export async function mergeLeaves(
  store: CircleStore,
  id: string,
  { register, lock }: MergeParts,
): Promise<Result<Merged, WriteFailure>> {
  const leaves = await store.db.use((db) => readLeaves(db, store.ring, id));
  const isLocked = leaves?.parked.includes('no-key') ?? false;
  const [best, ...others] = leaves?.open ?? [];
  if (!best || others.length === 0) return ok({ merged: false, isLocked });
  // Of a kind that this app may not know: it merges all the same.
  const ref = { type: best.body.type, id: best.body.id } as Ref;
  try {
    const written = await lock(`pb-${register}-${ref.id}`, () =>
      store.write(ref, (joined) => {
        if (!joined) throw new Gone();
        return joined;
      }),
    );
    if (written.ok) return ok({ merged: true, isLocked });
    return written.error.kind === 'newer' ? ok({ merged: false, isLocked }) : written;
  } catch (error) {
    if (error instanceof Gone) return ok({ merged: false, isLocked });
    throw error;
  }
}
