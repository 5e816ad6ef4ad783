import idb from 'pouchdb-adapter-idb';
import PouchDB from 'pouchdb-core';
import type { Circle } from '#domain/sharing/level.ts';
import { circleId } from '#seal/circle-id.ts';
import type { Envelope } from '#seal/envelope.ts';

PouchDB.plugin(idb);

export type CircleDb = PouchDB.Database<Envelope>;

export const circleDbName = (register: string, circle: Circle) =>
  `pb-${circleId(register, circle)}`;

/**
 * Adapter `idb`, not `indexeddb`: with two tabs open the newer one refuses writes (docs/decisions).
 * Bodies of old revisions go at compaction, which the follower allows, not PouchDB.
 */
export const openCircleDb = (register: string, circle: Circle): CircleDb =>
  new PouchDB<Envelope>(circleDbName(register, circle), {
    adapter: 'idb',
    revs_limit: 100,
    auto_compaction: false,
  });
