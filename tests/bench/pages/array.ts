import type { JsonObject } from '#base/json.ts';
import { assetId, placeValues } from '../assets.ts';
import { offerJobs } from './offer-jobs.ts';

let held: readonly JsonObject[] = [];

const jobs = {
  /** Keeps so many places as plain objects, each a copy of its own as a reader would have made. */
  hold: async ({ size }: { size: number }): Promise<number> => {
    held = Array.from({ length: size }, (_, index) =>
      JSON.parse(JSON.stringify({ id: assetId(index), type: 'place', ...placeValues(index) })),
    );
    Object.assign(globalThis, { held });
    return held.length;
  },
};

export type ArrayJobs = typeof jobs;
offerJobs(jobs);
