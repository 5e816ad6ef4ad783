import Papa from 'papaparse';
import { installTrustedTypes } from '#app/trusted-types.ts';
import type { JsonObject } from '#base/json.ts';
import { createSealer } from '#seal/bulk.ts';
import { deriveCircleKeys, makeCircleSecret } from '#seal/circle-keys.ts';
import { circleRing } from '#seal/circle-ring.ts';
import type { Envelope } from '#seal/envelope.ts';
import { makeIdKey } from '#seal/id-key.ts';
import { assetId } from '../assets.ts';
import { openBareStores } from './bare-stores.ts';
import { offerJobs, timed } from './offer-jobs.ts';

installTrustedTypes();

const stores = openBareStores();
const keys = await deriveCircleKeys(makeCircleSecret(), { circle: 'bench-members', epoch: 1 });
const ring = circleRing(await makeIdKey(), [keys]);
const sealer = createSealer(
  () => new Worker(new URL('../../../src/seal/worker.ts', import.meta.url), { type: 'module' }),
);

interface Feature {
  readonly properties: JsonObject;
  readonly geometry: JsonObject;
}

const fromGeoJson = (text: string): JsonObject[] =>
  (JSON.parse(text) as { readonly features: readonly Feature[] }).features.map(
    ({ properties, geometry }) => ({ ...properties, location: { precision: 'exact', geometry } }),
  );

const fromCsv = (text: string): JsonObject[] =>
  Papa.parse<Record<string, string>>(text, { header: true }).data.map(
    ({ Latitude, Longitude, Name = '', ...rest }) => ({
      ...rest,
      name: Name,
      location: {
        precision: 'exact',
        geometry: { type: 'Point', coordinates: [Number(Longitude), Number(Latitude)] },
      },
    }),
  );

/** Each as one sealed envelope, by the app's own sealer in its worker. */
async function seal(values: readonly JsonObject[]): Promise<Envelope[]> {
  const items = values.map((body, index) => ({ id: assetId(index).replaceAll('-', ''), body }));
  const sealed = await sealer.sealMany(items, ring);
  return sealed.flatMap((one) => (one.ok ? [one.value] : []));
}

const slice = 1_000;

/** As `bulkDocs` and `bulkPut` are best given many. */
async function putInStores(values: readonly JsonObject[], sealed: readonly Envelope[]) {
  for (let at = 0; at < values.length; at += slice) {
    await stores.documents.bulkDocs(
      sealed.slice(at, at + slice).map((one) => ({ ...one }) as unknown as JsonObject),
    );
    await stores.things.bulkPut(
      values.slice(at, at + slice).map((one, index) => ({ ...one, id: assetId(at + index) })),
    );
  }
}

const openRaw = (): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const asked = indexedDB.open('bare-raw', 1);
    asked.onupgradeneeded = () => asked.result.createObjectStore('envelopes', { keyPath: '_id' });
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
const raw = await openRaw();

/** One transaction over one store without an index: the least there is. */
const putRaw = (sealed: readonly Envelope[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const writing = raw.transaction('envelopes', 'readwrite');
    for (const one of sealed) writing.objectStore('envelopes').put(one);
    writing.oncomplete = () => resolve();
    writing.onerror = () => reject(writing.error);
  });

interface Bare {
  readonly text: string;
  readonly what: 'geojson' | 'csv';
  readonly into: 'stores' | 'raw';
}

const jobs = {
  /** ms for reading, sealing and putting all of a file, and the names that then are there. */
  bring: async ({ text, what, into }: Bare) => {
    let values: JsonObject[] = [];
    const ms = await timed(async () => {
      values = what === 'csv' ? fromCsv(text) : fromGeoJson(text);
      const sealed = await seal(values);
      await (into === 'raw' ? putRaw(sealed) : putInStores(values, sealed));
    });
    const rows = into === 'raw' ? values : await stores.things.toArray();
    return { ms, names: rows.map((row) => String(row['name'])).toSorted() };
  },
};

export type BareImportJobs = typeof jobs;
offerJobs(jobs);
