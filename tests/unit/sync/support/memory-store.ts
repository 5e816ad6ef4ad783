import memory from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';
import { type LivingDb, livingDb } from '#register/living-db.ts';
import type { Envelope } from '#seal/envelope.ts';

PouchDB.plugin(memory);
let made = 0;

/** A circle's database, in memory. */
export function memoryStore(): { readonly db: LivingDb } {
  made += 1;
  const name = `memory-store-${process.pid}-${made}`;
  const open = () => new PouchDB<Envelope>(name, { adapter: 'memory', revs_limit: 100 });
  return { db: livingDb(name, open) };
}
