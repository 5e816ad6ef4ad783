declare namespace PouchDB {
  interface Database {
    /** What `compact()` does to one document; not in @types/pouchdb-core 7.0.15. */
    compactDocument(id: string, maxHeight: number): Promise<unknown>;
  }
}
