import { openChannel } from '#platform/channel.ts';
import { systemClock } from '#platform/clock.ts';
import { newId } from '#platform/ids.ts';
import { withLock } from '#platform/locks.ts';
import { createTab } from '#platform/tab.ts';
import type { Lent, TabChannel } from '#services/create-services.ts';
import { readRowsMoved } from '#services/rows-moved.ts';

const tabChannel = (): TabChannel => {
  const channel = openChannel('patchbook-rows', readRowsMoved);
  return { post: channel.post, listen: channel.listen };
};

/** There is no fix before somebody has asked for one. */
let located: typeof import('#platform/locate.ts') | undefined;

/** The browser's gifts, in the form the services take them. */
export const lendBrowser = (): Lent => ({
  now: systemClock.now,
  newId,
  lock: withLock,
  channel: tabChannel(),
  tab: createTab(navigator.locks, sessionStorage),
  locate: async () => {
    located = await import('#platform/locate.ts');
    return located.locate();
  },
  recentFix: () => located?.recentFix(),
  spawnPlaces: () =>
    new Worker(new URL('../services/places-worker.ts', import.meta.url), { type: 'module' }),
  reach: async () => (await import('./reach.ts')).reach,
  shrink: async (file) => (await import('#platform/photo.ts')).shrinkPhoto(file),
});
