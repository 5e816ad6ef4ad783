import Dexie, { type Table } from 'dexie';
import type { CatalogueRow } from '#catalogue/catalogue-db.ts';
import { envelopeOf, type StoredEnvelope } from '#register/leaves.ts';
import { openCircleDb } from '#register/pouch.ts';
import { openEnvelope } from '#seal/seal.ts';
import { keyring } from '#services/keyring.ts';
import { bothRings } from '../../support/rings-in.ts';
import { offerJobs, timed } from './offer-jobs.ts';
import { openApp, untilQuiet } from './open-app.ts';

const opened = await openApp();
const { book } = opened.services;
const keys = await keyring(opened.device, undefined).get(book.registerId);
if (!keys) throw new Error('no register here');
const rings = await bothRings(keys);
const { members: ring } = rings;
const documents = openCircleDb(book.registerId, 'members');
const bareDb = new Dexie('bare-rebuild');
bareDb.version(1).stores({ things: 'id, kind, batchId, placeId, [kind+batchId]' });
const bareThings = bareDb.table('things') as Table<CatalogueRow, string>;
/** What the register makes of itself; the peer is handed these rows ready-made. */
const rows = await opened.catalogue.things.toArray();
const slice = 200;

/** Every envelope of the circle opened and read as JSON; answers how many. */
async function openAll(): Promise<number> {
  const all = await documents.allDocs({ include_docs: true });
  let done = 0;
  for (let at = 0; at < all.rows.length; at += slice) {
    const envelopes = all.rows.slice(at, at + slice).flatMap(({ doc }) => {
      const envelope = doc && envelopeOf(doc as StoredEnvelope);
      return envelope ? [envelope] : [];
    });
    const bodies = await Promise.all(envelopes.map((envelope) => openEnvelope(envelope, ring)));
    done += bodies.filter(({ ok }) => ok).length;
  }
  return done;
}

const sameRows = (some: readonly CatalogueRow[]): boolean =>
  JSON.stringify(some) === JSON.stringify(rows);

const jobs = {
  ours: async (_: null) => {
    const ms = await timed(() => book.rebuild(() => {}));
    await untilQuiet(opened);
    return { ms, same: sameRows(await opened.catalogue.things.toArray()) };
  },
  bare: async (_: null) => {
    let held = 0;
    const ms = await timed(async () => {
      await bareThings.clear();
      held = await openAll();
      await bareThings.bulkPut([...rows]);
    });
    return { ms, same: held >= rows.length - 2 && sameRows(await bareThings.toArray()) };
  },
  places: async (_: null) => rows.filter(({ type }) => type === 'place').length,
};

export type RebuildJobs = typeof jobs;
offerJobs(jobs);
