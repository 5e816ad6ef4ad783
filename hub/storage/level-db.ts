import type { Level } from 'leveldown';
import levelPouch from 'pouchdb-adapter-leveldb-core';
import PouchDB from 'pouchdb-core';
import { durableLevel } from './durable-level.ts';

export type Pouch = PouchDB.Database<Record<string, unknown>>;

/** As many revisions of a document as phones keep: more would be a history nobody else has. */
const keptRevisions = 100;

const levelOptions = {
  // Sealed records do not become smaller; LevelDB would try each time.
  compression: false,
  // Bytes for each open store, of which there may be many: 8 and 4 MiB if nothing is said.
  cacheSize: 1024 * 1024,
  writeBufferSize: 1024 * 1024,
};

/** Under PouchDB; to be asked only while the database is open. */
const levels = new WeakMap<object, Level>();

function hubLevel(
  this: object,
  options: Readonly<Record<string, unknown>>,
  ready: (error: unknown, api?: unknown) => void,
): void {
  const makeLevel = (folder: string): Level => {
    const level = durableLevel(folder);
    levels.set(this, level);
    return level;
  };
  levelPouch.call(this, { ...options, ...levelOptions, db: makeLevel }, ready);
}
hubLevel.valid = () => true;
hubLevel.use_prefix = false;

PouchDB.plugin((pouch: PouchDB.Static) => pouch.adapter('hub-level', hubLevel, true));

/**
 * Opens or makes the database in `folder`. Bodies of replaced revisions go with the write that
 * replaces them. Rejects where another process has it open.
 */
export async function openLevelDb(folder: string): Promise<Pouch> {
  const db: Pouch = new PouchDB(folder, {
    adapter: 'hub-level',
    revs_limit: keptRevisions,
    auto_compaction: true,
  });
  await db.info();
  return db;
}

/** Before and after everything PouchDB keeps there. */
const edges = ['\u0000', '\uffff'] as const;

/**
 * LevelDB keeps what was deleted until it happens to tidy up: this makes it do so now. It only
 * rewrites a file when a newer one lies over it, so after what is in memory has become files, two
 * keys at the edges are written, which lie over everything, and everything is rewritten.
 */
export async function tidyLevelDb(db: Pouch): Promise<void> {
  const level = levels.get(db);
  if (!level) return;
  await settled((done) => level.compactRange(...edges, done));
  for (const edge of edges) await settled((done) => level.put(edge, '', {}, done));
  await settled((done) => level.compactRange(...edges, done));
}

const settled = (work: (done: (error?: Error | null) => void) => void): Promise<void> =>
  new Promise((resolve, reject) => work((error) => (error ? reject(error) : resolve())));
