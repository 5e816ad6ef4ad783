import type { CircleDb } from './pouch.ts';
import { storeTrouble } from './pouch-trouble.ts';

/** A circle's database that outlives its connection. */
export interface LivingDb {
  readonly name: string;
  /**
   * Does `work`. Where the connection had died (a phone that slept, another app's full disk) it is
   * opened anew and `work` done once more, so `work` must be safe to repeat.
   */
  use<T>(work: (db: CircleDb) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/**
 * PouchDB's idb adapter closes its connection after any aborted write, a full disk's too, and never
 * opens it again (`idb.onabort` in pouchdb-adapter-idb): without this, nothing could be saved
 * until Patchbook is opened anew, even after room was made.
 */
export function livingDb(open: () => CircleDb): LivingDb {
  let db = open();

  const renew = async (dead: CircleDb) => {
    if (db !== dead) return;
    db = open();
    await dead.close().catch(() => {});
  };

  const use = async <T>(work: (db: CircleDb) => Promise<T>): Promise<T> => {
    const used = db;
    try {
      return await work(used);
    } catch (error) {
      const trouble = storeTrouble(error);
      if (!trouble) throw error;
      await renew(used);
      if (trouble.kind === 'disk-full') throw error;
      return work(db);
    }
  };

  return { name: db.name, use, close: () => db.close() };
}
