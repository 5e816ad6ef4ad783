/** How much of the room that the browser lends us is taken. */
export interface Room {
  readonly usedBytes: number;
  readonly quotaBytes: number;
  /** 0–1 */
  readonly share: number;
  /** From 80 % on a person should be told: a full phone may be cleared by the browser. */
  readonly isNearlyFull: boolean;
}

export interface KeptStorage {
  /** Asks the browser not to clear the register by itself; true when it agreed. */
  persist(): Promise<boolean>;
  /** True when the browser has agreed already; asks nobody. */
  persisted(): Promise<boolean>;
  /** Undefined where the browser does not say. */
  room(): Promise<Room | undefined>;
}

const nearlyFullFrom = 0.8;

export const createKeptStorage = (storage: StorageManager | undefined): KeptStorage => ({
  persist: () => orElse(false, async () => (await storage?.persist?.()) ?? false),
  persisted: () => orElse(false, async () => (await storage?.persisted?.()) ?? false),
  room: () => orElse(undefined, async () => roomOf(await storage?.estimate?.())),
});

/** Private windows and old browsers throw here; not being told is an answer too. */
async function orElse<T>(fallback: T, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch {
    return fallback;
  }
}

function roomOf(estimate: StorageEstimate | undefined): Room | undefined {
  const { usage, quota } = estimate ?? {};
  if (usage === undefined || quota === undefined || quota <= 0) return undefined;
  const share = Math.min(1, usage / quota);
  return { usedBytes: usage, quotaBytes: quota, share, isNearlyFull: share >= nearlyFullFrom };
}
