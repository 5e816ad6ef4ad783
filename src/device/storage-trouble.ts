import { type Failure, fail, ok, type Result } from '#base/result.ts';

export type StorageFailure = Failure<'disk-full' | 'storage-lost'>;

const names = (error: unknown): string[] => {
  if (typeof error !== 'object' || error === null) return [];
  const { name, inner } = error as { name?: unknown; inner?: unknown };
  return [...(typeof name === 'string' ? [name] : []), ...names(inner)];
};

/** Names by which browsers say that the connection to IndexedDB died (dexie issues 832, 2008). */
const lost = [
  'DatabaseClosedError',
  'UnknownError',
  'InvalidStateError',
  'AbortError',
  'OpenFailedError',
  // Another tab has locked the app, and this one still wants to read.
  'SafeShutError',
];

export function storageFailure(error: unknown): StorageFailure | undefined {
  const found = names(error);
  if (found.includes('QuotaExceededError')) return { kind: 'disk-full' };
  return found.some((name) => lost.includes(name)) ? { kind: 'storage-lost' } : undefined;
}

/**
 * Does `work`; where the connection died (a phone that slept), reopens once and does it again.
 * `work` must be safe to repeat. Bugs stay exceptions.
 */
export async function guarded<T>(
  work: () => Promise<T>,
  reopen?: () => Promise<void>,
): Promise<Result<T, StorageFailure>> {
  try {
    return ok(await work());
  } catch (error) {
    const failure = storageFailure(error);
    if (!failure) throw error;
    if (failure.kind === 'disk-full' || !reopen) return { ok: false, error: failure };
  }
  try {
    await reopen();
    return ok(await work());
  } catch (error) {
    return storageFailure(error)?.kind === 'disk-full' ? fail('disk-full') : fail('storage-lost');
  }
}
