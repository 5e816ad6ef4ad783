declare module 'pouchdb-adapter-leveldb-core' {
  /** Called with `new`'s `this`: the database that becomes one of LevelDB. */
  function levelPouch(
    this: unknown,
    options: Readonly<Record<string, unknown>>,
    ready: (error: unknown, api?: unknown) => void,
  ): void;
  export default levelPouch;
}

declare module 'leveldown' {
  type Options = Readonly<Record<string, unknown>>;
  type Done = (error?: Error | null) => void;
  interface Level {
    _batch(operations: unknown, options: Options, done: Done): void;
    open(options: Options, done: Done): void;
    close(done: Done): void;
    put(key: string, value: string, options: Options, done: Done): void;
    compactRange(start: string, end: string, done: Done): void;
  }
  function leveldown(folder: string): Level;

  export type { Level };
  export default leveldown;
}

declare namespace PouchDB {
  interface Static {
    adapter(name: string, make: unknown, preferred: boolean): void;
  }
  interface Database {
    /** All revisions of a document; not in @types/pouchdb-core 7.0.15. */
    _getRevisionTree(
      id: string,
      done: (error: unknown, tree?: readonly import('./revision-tree.ts').RevisionRoot[]) => void,
    ): void;
  }
}
