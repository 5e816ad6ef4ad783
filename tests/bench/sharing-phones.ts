import memory from 'pouchdb-adapter-memory';
import PouchDB from 'pouchdb-core';
// Joins replication and the way to a hub to PouchDB, which takes each only once.
import '#sync/hub-db.ts';
import { circleStore } from '#register/circle-store.ts';
import { feedPage } from '#register/feed.ts';
import { livingDb } from '#register/living-db.ts';
import { bodyWith } from '#register/next-body.ts';
import { createSealer } from '#seal/bulk.ts';
import type { Envelope } from '#seal/envelope.ts';
import { aPhone, makeRing, refAt, type TestPhone } from '../support/sync-phones.ts';
import { valueIn } from '../unit/seal/made-up-ring.ts';
import type { Circle } from './hub-visits.ts';

PouchDB.plugin(memory);

const atOnce = 500;
let made = 0;

/** Some 700 bytes before sealing, as a place with an address and hours. */
const wordsOf = (at: number) => ({
  name: `Thing ${at} of the neighbourhood`,
  summary: `What people do there, whom to ask for, and when it is open. ${'Words '.repeat(90)}${at}`,
});

/** Several phones of one circle at one hub: ours, and PouchDB's own replication beside them. */
export async function sharingPhones({ hub, path, bearers }: Circle) {
  const id = path.slice('/db/'.length).replace('-members', '');
  const ring = await makeRing(id);
  const account = { bearer: bearers[0] ?? '' };
  /** Its first round is a bulk load: it has never met this hub. */
  const ours = (): Promise<TestPhone> =>
    aPhone({ register: { id }, account, ring, origin: hub.origin });

  const fill = async ({ store }: TestPhone, count: number): Promise<void> => {
    for (let from = 0; from < count; from += atOnce) {
      const items = Array.from({ length: Math.min(atOnce, count - from) }, (_, at) => {
        const ref = refAt(from + at);
        const facets = { device: {}, team: {}, members: wordsOf(from + at) };
        const edit = { ref, home: 'members', facets, now: Date.now(), writer: '00112233445566aa' };
        return { ref, body: bodyWith(undefined, edit as Parameters<typeof bodyWith>[1]) };
      });
      valueIn(await store.addMany(items));
    }
  };

  /** A database that PouchDB replicates into by itself, as it comes. */
  const peer = () => {
    made += 1;
    const name = `bench-peer-${process.pid}-${made}`;
    const local = new PouchDB<Envelope>(name, { adapter: 'memory', revs_limit: 100 });
    const fetched: typeof fetch = (url, init) => {
      const headers = new Headers(init?.headers);
      headers.set('authorization', account.bearer);
      return PouchDB.fetch(url as string, { ...init, headers } as RequestInit) as ReturnType<
        typeof fetch
      >;
    };
    const remote = new PouchDB<Envelope>(`${hub.origin}${path}`, {
      ...{ adapter: 'http', skip_setup: true, fetch: fetched },
    } as PouchDB.Configuration.DatabaseConfiguration);
    const store = circleStore(
      livingDb(name, () => local),
      ring,
      createSealer(),
    );
    return { store, pull: async () => PouchDB.replicate(remote, local) };
  };

  return { ours, peer, fill };
}

const pageLength = 200;

/** Reads and opens all that a phone holds, as its lists are made from it; answers how many. */
export async function opened(store: TestPhone['store']): Promise<number> {
  let [since, count] = [0, 0];
  for (let more = true; more; ) {
    const page = await feedPage(store, since, pageLength);
    count += page.items.filter((item) => 'body' in item).length;
    since = page.seq;
    more = page.more;
  }
  return count;
}

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
