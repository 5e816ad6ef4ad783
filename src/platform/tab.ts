/** What this tab is among the tabs of one browser: what it has open, and what it knows after a reload. */
export interface Tab {
  /**
   * Holds a name for as long as the tab lives or until it is let go; undefined where another has it
   * and does not let go within `waitMs`.
   */
  hold(name: string, waitMs?: number): Promise<(() => void) | undefined>;
  /** Names held by any tab. */
  held(): Promise<ReadonlySet<string>>;
  /** Kept until the tab is closed; a tab brought back after a kill has it too. */
  remember(name: string, value: string): void;
  recall(name: string): string | undefined;
}

type Manager = Pick<LockManager, 'request' | 'query'>;
type Memory = Pick<Storage, 'getItem' | 'setItem'>;

const prefix = 'hold:';

/** Without Web Locks (pages not from a safe address) holds are known within this tab only. */
export function createTab(manager: Manager | undefined, memory: Memory): Tab {
  return {
    ...(manager ? holdsThroughBrowser(manager) : holdsWithin(new Set())),
    remember: (name, value) => memory.setItem(name, value),
    recall: (name) => memory.getItem(name) ?? undefined,
  };
}

const holdsThroughBrowser = (manager: Manager): Pick<Tab, 'hold' | 'held'> => ({
  hold: (name, waitMs) =>
    new Promise((resolve) => {
      const how = waitMs ? { signal: AbortSignal.timeout(waitMs) } : { ifAvailable: true };
      const keep = (lock: Lock | null) =>
        lock ? new Promise<void>((letGo) => resolve(letGo)) : resolve(undefined);
      // It rejects when the wait is over: then another has it.
      manager.request(`${prefix}${name}`, how, keep).catch(() => resolve(undefined));
    }),
  held: async () => {
    const { held = [] } = await manager.query();
    const names = held.flatMap(({ name }) => (name?.startsWith(prefix) ? [name] : []));
    return new Set(names.map((name) => name.slice(prefix.length)));
  },
});

const holdsWithin = (names: Set<string>): Pick<Tab, 'hold' | 'held'> => ({
  hold: async (name) => {
    if (names.has(name)) return undefined;
    names.add(name);
    return () => names.delete(name);
  },
  held: async () => new Set(names),
});
