import type { Jobs } from '../page-jobs.ts';

/** Lets the bench outside ask for these. */
export const offerJobs = (jobs: Jobs): void => void Object.assign(globalThis, { jobs });

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}
