import type { Ground } from '#search/distances.ts';
import type { FinderWorker } from '#search/finder-line.ts';
import type { Request } from '#search/protocol.ts';
import { afterWaitingMessages, serveFinder } from '#search/serve-finder.ts';
import type { OccursAt } from '#search/when-filter.ts';

interface Spied extends FinderWorker {
  /** Everything the page said, in order. */
  readonly heard: Request[];
  readonly isEnded: () => boolean;
  /** As if the browser had killed it. */
  die(): void;
}

/** The worker's side of the finder behind a real message channel, for tests in Node. */
export function finderInChannel(
  occursAt: OccursAt = () => false,
  groundOf: (paths: Blob) => Promise<Ground | undefined> = async () => undefined,
): Spied {
  const { port1: page, port2: inside } = new MessageChannel();
  const heard: Request[] = [];
  const troubles = new Set<() => void>();
  let isEnded = false;
  inside.addEventListener('message', ({ data }) => heard.push(data));
  serveFinder(inside as never, {
    loadOccursAt: async () => occursAt,
    loadGround: async (paths) => groundOf(paths),
    later: afterWaitingMessages(),
  });
  inside.start();
  page.start();
  const terminate = () => {
    isEnded = true;
    page.close();
  };
  return {
    heard,
    isEnded: () => isEnded,
    terminate,
    die: () => {
      terminate();
      for (const tell of troubles) tell();
    },
    postMessage: (message: unknown) => page.postMessage(message),
    addEventListener: (type: string, listener: unknown) => {
      if (type === 'message') page.addEventListener('message', listener as never);
      else if (type === 'error') troubles.add(listener as () => void);
    },
  };
}
