import type { CircleDb } from './pouch.ts';

const pageLength = 500;
/** Each waits in the browser's one queue for stores: a save must not stand behind thousands. */
const atOnce = 8;

const generationOf = (rev: string): number => Number.parseInt(rev, 10);

/** Lets go of the bodies of all replaced revisions of one document. */
export const compactDocument = (db: CircleDb, id: string): Promise<unknown> =>
  db.compactDocument(id, 0);

/**
 * The same for every document that moved after one feed sequence and up to another. PouchDB's own `compact()` opens two transactions for each document, all at once: with
 * 10,000 just brought in, nothing could be saved or read for 20 s. What was written only once has
 * nothing to let go of, and is passed by.
 */
export async function compactBetween(db: CircleDb, since: number, upTo: number): Promise<void> {
  let seq = since;
  for (let more = true; more; ) {
    const page = await db.changes({ since: seq, limit: pageLength, style: 'all_docs' });
    const replaced = page.results.filter(
      ({ seq, changes }) => Number(seq) <= upTo && changes.some(({ rev }) => generationOf(rev) > 1),
    );
    for (let at = 0; at < replaced.length; at += atOnce) {
      const some = replaced.slice(at, at + atOnce);
      await Promise.all(some.map(({ id }) => compactDocument(db, id)));
    }
    seq = Number(page.last_seq);
    more = page.results.length === pageLength && seq < upTo;
  }
}
