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
 * until Patchbook is opened anew, even after room was made. On a full disk not even opening works,
 * for the adapter writes a line then: so it is opened again when next asked for, not at once.
 * `atFirst` is done before the first work, and again after trouble: whoever opens a register need
 * not wait for a database that may never open.
 */
export function livingDb(
  name: string,
  open: () => CircleDb,
  atFirst: (db: CircleDb) => Promise<void> = async () => {},
): LivingDb {
  let db: CircleDb | undefined;
  let begun: Promise<void> | undefined;

  const letGo = async (dead: CircleDb) => {
    if (db === dead) db = undefined;
    await dead.close().catch(() => {});
  };

  const current = () => {
    db ??= open();
    return db;
  };

  const use = async <T>(work: (db: CircleDb) => Promise<T>): Promise<T> => {
    const used = current();
    try {
      begun ??= atFirst(used);
      await begun;
      return await work(used);
    } catch (error) {
      begun = undefined;
      const trouble = storeTrouble(error);
      if (!trouble) throw error;
      await letGo(used);
      if (trouble.kind === 'disk-full') throw error;
      return work(current());
    }
  };

  return { name, use, close: async () => db?.close() };
}
