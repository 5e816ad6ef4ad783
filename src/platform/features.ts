import { isStandalone } from './install.ts';
import { createKeptStorage } from './storage.ts';
import type { Features } from './surroundings.ts';

/** Reads off the browser what `surroundings` judges by. */
export async function readFeatures(view: Window): Promise<Features> {
  const { navigator } = view;
  const storage = createKeptStorage(navigator.storage);
  const [room, persisted] = await Promise.all([storage.room(), storage.persisted()]);
  const memory = 'deviceMemory' in navigator ? navigator.deviceMemory : undefined;
  return {
    isStandalone: isStandalone(view),
    maxTouchPoints: navigator.maxTouchPoints,
    hasServiceWorker: 'serviceWorker' in navigator,
    hasIndexedDb: 'indexedDB' in view && Boolean(view.indexedDB),
    persisted,
    ...(room ? { quotaBytes: room.quotaBytes } : {}),
    ...(typeof memory === 'number' ? { memoryGb: memory } : {}),
  };
}
