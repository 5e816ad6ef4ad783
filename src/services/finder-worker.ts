import { afterWaitingMessages, serveFinder } from '#search/serve-finder.ts';

serveFinder(self, {
  loadOccursAt: async () => (await import('./occurs-at.ts')).occursAt,
  later: afterWaitingMessages(),
});
