import type { CDPSession } from 'playwright';

/**
 * Heaps of a page's workers. Playwright shows none, so they are reached through the page's debugger
 * with messages inside messages. Ask for it before the page is opened.
 */
export async function workerHeaps(debug: CDPSession) {
  const attached = new Set<string>();
  const waiting = new Map<number, (result: { usedSize?: number }) => void>();
  let last = 0;
  debug.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') attached.add(sessionId);
  });
  debug.on('Target.detachedFromTarget', ({ sessionId }) => void attached.delete(sessionId));
  debug.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as { id?: number; result?: object };
    if (id !== undefined) waiting.get(id)?.(result ?? {});
  });
  await debug.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const ask = (sessionId: string, method: string) =>
    new Promise<{ usedSize?: number }>((resolve, reject) => {
      const id = ++last;
      waiting.set(id, resolve);
      const message = JSON.stringify({ id, method });
      debug.send('Target.sendMessageToTarget', { sessionId, message }).catch(reject);
    });
  return {
    /** MB in use after a full collection, one for each worker, largest first. */
    read: async (): Promise<readonly number[]> => {
      const sizes: number[] = [];
      for (const one of attached) {
        await ask(one, 'HeapProfiler.collectGarbage');
        sizes.push(((await ask(one, 'Runtime.getHeapUsage')).usedSize ?? 0) / 1e6);
      }
      return sizes.toSorted((a, b) => b - a);
    },
  };
}
