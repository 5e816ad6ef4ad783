import { openChannel } from '#platform/channel.ts';
import { createLocks } from '#platform/locks.ts';
import { outbound } from '#platform/outbound.ts';
import type { Reach } from '#services/sharing/reach.ts';
import { systemTimers } from '#sync/timers.ts';

const moves = (target: EventTarget, names: readonly string[], listener: () => void) => {
  for (const name of names) target.addEventListener(name, listener);
  return () => {
    for (const name of names) target.removeEventListener(name, listener);
  };
};

/** Another tab may run another version. */
const asWords = (data: unknown): string | undefined =>
  typeof data === 'string' ? data : undefined;

/** What the browser lends to whoever talks to a hub. */
export const reach: Reach = {
  send: (hub) => (url, init) => outbound(url, init, { allowedHosts: [new URL(hub).host] }),
  timers: systemTimers,
  lead: (name, onLead) => createLocks(navigator.locks).holdLeadership(name, { onLead }),
  tabs: (name) => {
    const { post, listen, close } = openChannel(name, asWords);
    return { say: post, listen, close };
  },
  isOnline: () => navigator.onLine,
  isOnScreen: () => document.visibilityState === 'visible',
  onMove: (listener) => {
    const network = moves(globalThis, ['online', 'offline'], listener);
    const screen = moves(document, ['visibilitychange'], listener);
    return () => {
      network();
      screen();
    };
  },
  lookForNewer: () => {
    void import('./update/register-worker.ts').then(({ lookForNewer }) => lookForNewer());
  },
};
