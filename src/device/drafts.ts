import type { Json } from '#base/json.ts';
import type { DeviceDb, DraftRow } from './device-db.ts';
import { keepJson, readKept, type Safe } from './safe.ts';

export type OpenDraft = Omit<DraftRow, 'value'> & { readonly value: Json };

/** What is being typed, kept until it is saved or thrown away on purpose. */
export interface Drafts {
  read(key: string): Promise<Json | undefined>;
  write(key: string, value: Json): Promise<void>;
  clear(key: string): Promise<void>;
  /** All drafts for one form, newest first: one for each tab that had it open. */
  list(form: string): Promise<readonly OpenDraft[]>;
}

const divider = '#';

/** The key of one more draft for a form; the first is kept under the form's own name. */
export const anotherDraftKey = (form: string, id: string): string => `${form}${divider}${id}`;

export const drafts = (db: DeviceDb, now: () => number, safe: Safe | undefined): Drafts => ({
  read: async (key) => {
    const row = await db.drafts.get(key);
    return row && readKept(row.value, key, safe);
  },
  write: async (key, value) => {
    await db.drafts.put({ key, value: await keepJson(value, key, safe), at: now() });
  },
  clear: (key) => db.drafts.delete(key),
  list: async (form) => {
    const found = await db.drafts.where('key').startsWith(form).toArray();
    const own = found
      .filter(({ key }) => key === form || key.startsWith(anotherDraftKey(form, '')))
      .sort((a, b) => b.at - a.at);
    return Promise.all(
      own.map(async (row) => ({ ...row, value: await readKept(row.value, row.key, safe) })),
    );
  },
});
