/** One at a time among all tabs of this browser. */
export interface Locks {
  /** Runs `work` when its turn comes; a throw frees the lock and comes through. */
  withLock<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** Waits to be the one tab that leads; the returned function steps down or stops waiting. */
  holdLeadership(name: string, tenure: Tenure): () => void;
}

export interface Tenure {
  /** The signal fires when this tab steps down. */
  readonly onLead: (signal: AbortSignal) => void;
}

type Exclusive = <T>(name: string, signal: AbortSignal, work: () => Promise<T>) => Promise<T>;

/** Without Web Locks (old browsers) turns are kept within this tab only. */
export function createLocks(manager: Pick<LockManager, 'request'> | undefined): Locks {
  const exclusive = manager ? throughBrowser(manager) : withinTab();
  return {
    withLock: (name, work) => exclusive(`lock:${name}`, new AbortController().signal, work),
    holdLeadership: (name, { onLead }) => {
      const tenure = new AbortController();
      const lead = () =>
        new Promise<void>((steppedDown) => {
          if (tenure.signal.aborted) return steppedDown();
          tenure.signal.addEventListener('abort', () => steppedDown(), { once: true });
          onLead(tenure.signal);
        });
      exclusive(`lead:${name}`, tenure.signal, lead).catch((error: unknown) => {
        if (!tenure.signal.aborted) throw error;
      });
      return () => tenure.abort();
    },
  };
}

let own: Locks | undefined;

/** Made on first use, so that reading this file touches no browser. */
function ownLocks(): Locks {
  own ??= createLocks(navigator.locks);
  return own;
}

/** `Locks` of this browser. */
export const withLock: Locks['withLock'] = (name, work) => ownLocks().withLock(name, work);

const throughBrowser =
  (manager: Pick<LockManager, 'request'>): Exclusive =>
  async (name, signal, work) =>
    manager.request(name, { mode: 'exclusive', signal }, work);

function withinTab(): Exclusive {
  const lastTurnByName = new Map<string, Promise<unknown>>();
  return async (name, signal, work) => {
    const before = lastTurnByName.get(name) ?? Promise.resolve();
    const turn = before.then(() => {
      signal.throwIfAborted();
      return work();
    });
    const settled = turn.catch(() => undefined);
    lastTurnByName.set(name, settled);
    await settled;
    if (lastTurnByName.get(name) === settled) lastTurnByName.delete(name);
    return turn;
  };
}
