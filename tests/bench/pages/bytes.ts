import type { JsonObject } from '#base/json.ts';
import { assetId, placeEdits, placeValues } from '../assets.ts';
import { openBareStores } from './bare-stores.ts';
import { offerJobs } from './offer-jobs.ts';
import { openApp, untilQuiet } from './open-app.ts';

/** What the place must look like in the end, on both sides. */
const lastValues = (index: number): JsonObject =>
  Object.assign(placeValues(index), ...placeEdits(index));

const jobs = {
  /** Adds so many places and edits each three times through the book; answers how many are right. */
  ours: async ({ size }: { size: number }): Promise<number> => {
    const opened = await openApp();
    const { book } = opened.services;
    const ids: string[] = [];
    for (let index = 0; index < size; index += 1) {
      const added = await book.add('place', placeValues(index));
      if (!added.ok) throw new Error(added.error.kind);
      ids.push(added.value.id);
    }
    for (let round = 0; round < 3; round += 1)
      for (const [index, id] of ids.entries()) {
        const changed = await book.change({ type: 'place', id }, placeEdits(index)[round] ?? {});
        if (!changed.ok) throw new Error(changed.error.kind);
      }
    await untilQuiet(opened);
    const rows = await opened.catalogue.things.bulkGet(ids);
    await opened.close();
    return rows.filter((row, index) => row?.name === lastValues(index)['name']).length;
  },
  /** The same values and edits put into bare PouchDB and bare Dexie. */
  bare: async ({ size }: { size: number }): Promise<number> => {
    const { documents, things } = openBareStores();
    const held: { _id: string; _rev: string; values: JsonObject }[] = [];
    for (let index = 0; index < size; index += 1) {
      const values = placeValues(index);
      const { id, rev } = await documents.put({ _id: assetId(index), ...values });
      await things.put({ id, ...values });
      held.push({ _id: id, _rev: rev, values });
    }
    for (let round = 0; round < 3; round += 1)
      for (const [index, one] of held.entries()) {
        Object.assign(one.values, placeEdits(index)[round]);
        const { _id, _rev, values } = one;
        one._rev = (await documents.put({ _id, _rev, ...values })).rev;
        await things.put({ id: _id, ...values });
      }
    const rows = await things.toArray();
    return rows.filter((row, index) => row['name'] === lastValues(index)['name']).length;
  },
  usage: async (_: null): Promise<number> => {
    // Until something asks for the databases, their bytes are not counted.
    await indexedDB.databases();
    const estimate = (await navigator.storage.estimate()) as StorageEstimate & {
      usageDetails?: { indexedDB?: number };
    };
    return estimate.usageDetails?.indexedDB ?? 0;
  },
  jsonBytes: async ({ size }: { size: number }): Promise<number> =>
    Array.from({ length: size }, (_, index) => JSON.stringify(lastValues(index)).length).reduce(
      (sum, length) => sum + length,
      0,
    ),
};

export type BytesJobs = typeof jobs;
offerJobs(jobs);
