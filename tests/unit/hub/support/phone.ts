import memory from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';
// Joins replication and the way to a hub to PouchDB, which takes each only once.
import '#sync/hub-db.ts';
import type { MadeUpAccount } from './running-hub.ts';

PouchDB.plugin(memory);

type Db = PouchDB.Database<Record<string, unknown>>;

let made = 0;

/** A phone's store of one circle, as the app's own but in memory. */
export function phone(): Db {
  made += 1;
  return new PouchDB(`phone-${process.pid}-${made}`, { adapter: 'memory', revs_limit: 100 });
}

/** One circle at the hub, as PouchDB sees it. Tells every request. */
export function hubDb(
  origin: string,
  circle: string,
  { bearer }: Pick<MadeUpAccount, 'bearer'>,
  onRequest: (url: string) => void = () => {},
): Db {
  return new PouchDB(`${origin}/db/${circle}`, {
    adapter: 'http',
    skip_setup: true,
    fetch: (url, options) => {
      onRequest(String(url));
      const headers = new Headers(options?.headers);
      headers.set('authorization', bearer);
      return fetch(url, { ...options, headers });
    },
  });
}

/** One run in one direction; rejects as PouchDB does. */
export const replicate = (from: Db, to: Db, options: object = {}) =>
  PouchDB.replicate(from, to, { batch_size: 100, ...options });

/** Every leaf of every document with what it holds, in one order: equal stores, equal texts. */
export async function contentOf(db: Db): Promise<readonly string[]> {
  const { results } = await db.changes({ since: 0, style: 'all_docs' });
  const leaves = results.flatMap(({ id, changes }) => changes.map(({ rev }) => ({ id, rev })));
  const docs = await Promise.all(leaves.map(({ id, rev }) => db.get(id, { rev, revs: true })));
  return docs
    .map(({ _id, _rev, _deleted, _revisions, ...fields }) =>
      JSON.stringify([_id, _rev, _deleted ?? false, Object.entries(fields).sort()]),
    )
    .sort();
}
