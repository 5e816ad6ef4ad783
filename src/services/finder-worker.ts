import { afterWaitingMessages, serveFinder } from '#search/serve-finder.ts';

serveFinder(self, {
  loadOccursAt: async () => (await import('./occurs-at.ts')).occursAt,
  // Search goes on without paths: then distances are straight lines, and say so.
  loadGround: (paths) =>
    import('./walks-of.ts').then(
      ({ walksOf }) => walksOf(paths),
      () => undefined,
    ),
  later: afterWaitingMessages(),
});
