import { installTrustedTypes } from '#app/trusted-types.ts';
import { measureSearch, type SearchContestant } from '../search-core.ts';
import { offerJobs } from './offer-jobs.ts';

installTrustedTypes();

const jobs = {
  measure: ({ contestant, size }: { contestant: SearchContestant; size: number }) =>
    measureSearch(contestant, size),
  /** Longest gap between two ticks, 4 ms apart, of a page that has nothing to do at all. */
  idleGap: async ({ ms }: { ms: number }): Promise<number> => {
    const end = performance.now() + ms;
    let longest = 0;
    for (let last = performance.now(); last < end; ) {
      await new Promise((resolve) => setTimeout(resolve, 4));
      const now = performance.now();
      longest = Math.max(longest, now - last);
      last = now;
    }
    return longest;
  },
};

export type SearchJobs = typeof jobs;
offerJobs(jobs);
