import { liveQuery } from 'dexie';
import type { DeviceDb } from './device-db.ts';

/** Calls `listener` now and whenever a pack comes or goes, in any tab; answers the way to stop. */
export function watchPacks(device: DeviceDb, listener: () => void): () => void {
  const ids = liveQuery(() => device.packs.toCollection().primaryKeys());
  // A connection that died is told of elsewhere: here nothing more is heard.
  const watched = ids.subscribe({ next: listener, error: () => {} });
  return () => watched.unsubscribe();
}
