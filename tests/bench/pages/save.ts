import { assetId, placeValues } from '../assets.ts';
import { fillBareStores, openBareStores } from './bare-stores.ts';
import { offerJobs, timed } from './offer-jobs.ts';
import { openApp, untilQuiet } from './open-app.ts';

const opened = await openApp();
const bare = openBareStores();
/** Far above what was seeded: these are new. */
let next = 1_000_000;

/** Resolves when the record is sealed in PouchDB and its row can be read in the catalogue. */
async function saveOurs(index: number): Promise<number> {
  let id = '';
  const ms = await timed(async () => {
    const done = await opened.services.book.add('place', placeValues(index));
    if (!done.ok) throw new Error(done.error.kind);
    id = done.value.id;
  });
  const row = await opened.catalogue.things.get(id);
  if (row?.name !== placeValues(index)['name']) throw new Error('the row is not there');
  return ms;
}

async function saveBare(index: number): Promise<number> {
  const id = assetId(index);
  const values = placeValues(index);
  const ms = await timed(async () => {
    await bare.documents.put({ _id: id, ...values });
    await bare.things.put({ id, ...values });
  });
  const row = await bare.things.get(id);
  if (row?.['name'] !== values['name']) throw new Error('the bare row is not there');
  return ms;
}

const jobs = {
  /** The peers hold as many as the book does. */
  fill: async ({ size }: { size: number }) => fillBareStores(bare, 0, size),
  /** Saves `count` with each, one by one and in turn; each save throws unless its row is there. */
  save: async ({ count }: { count: number }) => {
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let done = 0; done < count; done += 1) {
      next += 1;
      ours.push(await saveOurs(next));
      await untilQuiet(opened);
      theirs.push(await saveBare(next));
    }
    return { ours, bare: theirs };
  },
  counts: async (_: null) => ({
    ours: await opened.catalogue.things.where('kind').above('').count(),
    bare: await bare.things.count(),
  }),
};

export type SaveJobs = typeof jobs;
offerJobs(jobs);
