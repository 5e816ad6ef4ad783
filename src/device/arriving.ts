import Dexie, { type EntityTable, type Table } from 'dexie';

/** A file on its way to this phone: what has come of it is kept, so that nothing comes twice. */
export interface ArrivingFile {
  readonly address: string;
  /** Bytes that are here, from the first on. */
  readonly received: number;
  /** Bytes of the whole, where the other side says. */
  readonly total?: number;
  /** Tells this version of the file from others: what came of one never goes on with another. */
  readonly version: string;
  /** Milliseconds since 1970 when the last of it came. */
  readonly at: number;
}

interface Piece {
  readonly address: string;
  readonly from: number;
  readonly blob: Blob;
}

export type ArrivingDb = Dexie & {
  files: EntityTable<ArrivingFile, 'address'>;
  pieces: Table<Piece, [address: string, from: number]>;
};

/** Files begun beyond this many push the oldest out. */
const filesMax = 3;
/** A map changes: what nobody went on with for so long is let go. */
const keptMs = 30 * 24 * 3_600_000;

/** A database of its own: bytes that can be fetched again never stand in the way of a book. */
export function openArrivingDb(name = 'pb-arriving'): ArrivingDb {
  const db = new Dexie(name) as ArrivingDb;
  db.version(1).stores({ files: 'address, at', pieces: '[address+from], address' });
  return db;
}

/** Begun files, the newest first. */
export const begunFiles = (db: ArrivingDb): Promise<readonly ArrivingFile[]> =>
  db.files.orderBy('at').reverse().toArray();

export const forgetFile = (db: ArrivingDb, address: string): Promise<void> =>
  db.transaction('rw', db.files, db.pieces, async () => {
    await db.files.delete(address);
    await db.pieces.where('address').equals(address).delete();
  });

/** Lets go of what is too old, and of the oldest where too many were begun. */
export async function tidyBegun(db: ArrivingDb, now: number): Promise<void> {
  const begun = await begunFiles(db);
  const gone = begun.filter(({ at }, n) => n >= filesMax || at < now - keptMs);
  for (const { address } of gone) await forgetFile(db, address);
}

/** Keeps the newest piece of a file; the first piece takes the place of all that came before. */
export const keepPiece = (db: ArrivingDb, file: ArrivingFile, blob: Blob): Promise<void> =>
  db.transaction('rw', db.files, db.pieces, async () => {
    const { address, received } = file;
    const from = received - blob.size;
    if (from === 0) await db.pieces.where('address').equals(address).delete();
    await db.files.put(file);
    await db.pieces.put({ address, from, blob });
  });

/** What has come of a file; undefined where nothing has, or where two tabs mixed their pieces. */
export async function arrivedOf(
  db: ArrivingDb,
  address: string,
): Promise<{ readonly file: ArrivingFile; readonly blobs: readonly Blob[] } | undefined> {
  const [file, pieces] = await db.transaction('r', db.files, db.pieces, () =>
    Promise.all([db.files.get(address), db.pieces.where('address').equals(address).sortBy('from')]),
  );
  if (!file) return undefined;
  let end = 0;
  for (const { from, blob } of pieces) {
    if (from !== end) return undefined;
    end += blob.size;
  }
  return end === file.received ? { file, blobs: pieces.map(({ blob }) => blob) } : undefined;
}
