const fileName = 'room-tried';

const isFull = (error: unknown): boolean =>
  error instanceof DOMException && error.name === 'QuotaExceededError';

/**
 * Whether so many bytes fit now. The browser's own estimate does not tell (Chromium names a quota
 * that is always far off), so they are written to a file that is taken away again. True where the
 * browser lends no files: then it is found out by doing.
 */
export async function tryRoom(
  bytes: number,
  storage: Pick<StorageManager, 'getDirectory'> = navigator.storage,
): Promise<boolean> {
  const folder = await storage.getDirectory?.().catch(() => undefined);
  try {
    const file = await folder?.getFileHandle(fileName, { create: true });
    const writing = await file?.createWritable?.();
    await writing?.truncate(bytes);
    await writing?.close();
    return true;
  } catch (error) {
    return !isFull(error);
  } finally {
    // Another tab may be trying too: whoever is last takes it away.
    await folder?.removeEntry(fileName).catch(() => {});
  }
}
