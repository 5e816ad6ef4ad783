import type { DeviceDb } from '#device/device-db.ts';
import { guarded } from '#device/storage-trouble.ts';
import type { Note } from '#platform/note.ts';

export const heldKey = 'held';

/**
 * That a register has been open here is noted in the database and beside it: a browser short of
 * room clears the one and leaves the other. The database first, so that a phone which dies between
 * the two is not told of a loss.
 */
export async function noteHeld({ preferences }: DeviceDb, note: Note): Promise<void> {
  const kept = await guarded(() => preferences.put({ key: heldKey, value: true }));
  if (kept.ok) note.set();
}

/** Whether what was kept here is gone, and nobody here has taken it away. */
export const wasCleared = async ({ preferences }: DeviceDb, note: Note): Promise<boolean> =>
  note.isSet() && (await preferences.get(heldKey)) === undefined;
