import type { Page } from './hub-storage.ts';
import type { Pouch } from './level-db.ts';

/** Documents that moved after a sequence, each once and with all its leaves, oldest move first. */
export async function movedAfter(db: Pouch, since: number, limit: number): Promise<Page> {
  const { results, last_seq } = await db.changes({ since, limit, style: 'all_docs' });
  const moved = results.map(({ id, seq, changes, deleted = false }) => ({
    id,
    seq: Number(seq),
    leaves: changes,
    deleted,
  }));
  return { moved, lastSeq: Number(last_seq) };
}
