import Dexie, { type Table } from 'dexie';
import idb from 'pouchdb-adapter-idb';
import PouchDB from 'pouchdb-core';
import type { JsonObject } from '#base/json.ts';
import { assetId, placeValues } from '../assets.ts';

PouchDB.plugin(idb);

/**
 * The peers of P5 and P15: PouchDB (`idb`) and Dexie as their guides say, each given the same plain
 * values. They do less than ours: no sealing, no check of the values, no history of each fact, no
 * follower between the two, and Dexie keeps the same four indexes over whole values.
 */
export const openBareStores = () => {
  const rows = new Dexie('bare-dexie');
  rows.version(1).stores({ things: 'id, kind, batchId, placeId, [kind+batchId]' });
  return {
    documents: new PouchDB<JsonObject>('bare-pouchdb', { adapter: 'idb' }),
    things: rows.table('things') as Table<JsonObject, string>,
  };
};

export type BareStores = ReturnType<typeof openBareStores>;

const slice = 1_000;

/** Fills both with the places from `start` to before `end`, many at a time. */
export async function fillBareStores(
  { documents, things }: BareStores,
  start: number,
  end: number,
): Promise<void> {
  for (let at = start; at < end; at += slice) {
    const indexes = Array.from({ length: Math.min(slice, end - at) }, (_, index) => at + index);
    const values = indexes.map((index) => ({ id: assetId(index), ...placeValues(index) }));
    await documents.bulkDocs(values.map(({ id, ...rest }) => ({ _id: id, ...rest })));
    await things.bulkPut(values);
  }
}
