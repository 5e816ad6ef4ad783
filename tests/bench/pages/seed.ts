import { assetId, placeValues } from '../assets.ts';
import { offerJobs } from './offer-jobs.ts';
import { openApp, untilQuiet } from './open-app.ts';

const slice = 2_000;

const jobs = {
  /** Brings in so many places; answers how many the catalogue then lists. */
  seed: async ({ size }: { size: number }): Promise<number> => {
    const opened = await openApp();
    const about = { fileName: 'bench', from: 'import-copy' } as const;
    for (let at = 0; at < size; at += slice) {
      const items = Array.from({ length: Math.min(slice, size - at) }, (_, index) => ({
        id: assetId(at + index),
        type: 'place' as const,
        values: placeValues(at + index),
      }));
      const brought = await opened.services.book.bringIn(items, about, () => {});
      if (!brought.ok) throw new Error(brought.error.kind);
    }
    await untilQuiet(opened);
    const listed = await opened.catalogue.things.where('kind').above('').count();
    await opened.close();
    return listed;
  },
};

export type SeedJobs = typeof jobs;
offerJobs(jobs);
