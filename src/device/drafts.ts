import type { Json } from '#base/json.ts';
import type { DeviceDb } from './device-db.ts';

/** What is being typed, kept until it is saved or thrown away on purpose. */
export interface Drafts {
  read(key: string): Promise<Json | undefined>;
  write(key: string, value: Json): Promise<void>;
  clear(key: string): Promise<void>;
}

export const drafts = (db: DeviceDb, now: () => number): Drafts => ({
  read: async (key) => (await db.drafts.get(key))?.value,
  write: async (key, value) => {
    await db.drafts.put({ key, value, at: now() });
  },
  clear: (key) => db.drafts.delete(key),
});
