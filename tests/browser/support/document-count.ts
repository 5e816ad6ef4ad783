import type { Page } from 'playwright';
import { databaseNames } from './raw-storage.ts';

interface StoredDocument {
  /** `1` for a tombstone. */
  readonly deletedOrLocal: string;
}

/** How many documents each circle holds, by the name of its database, counted past PouchDB. */
export async function documentCounts(page: Page): Promise<Readonly<Record<string, number>>> {
  const names = (await databaseNames(page)).filter((name) => name.startsWith('_pouch_'));
  const counts = await Promise.all(
    names.map(async (name) => [name, (await documentsIn(page, name)).length] as const),
  );
  return Object.fromEntries(counts);
}

/** How many documents of the members' circle are tombstones, read past PouchDB. */
export async function membersTombstones(page: Page): Promise<number> {
  const names = await databaseNames(page);
  const name = names.find((each) => each.startsWith('_pouch_') && each.endsWith('-members')) ?? '';
  const documents = await documentsIn(page, name);
  return documents.filter(({ deletedOrLocal }) => deletedOrLocal === '1').length;
}

/** PouchDB's idb adapter keeps one row a document here, whatever became of it. */
const documentsIn = (page: Page, name: string): Promise<readonly StoredDocument[]> =>
  page.evaluate(
    (database) =>
      new Promise<readonly StoredDocument[]>((resolve, reject) => {
        const asked = indexedDB.open(database);
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => {
          const db = asked.result;
          const rows = db.transaction('document-store').objectStore('document-store').getAll();
          rows.onerror = () => reject(rows.error);
          rows.onsuccess = () => {
            db.close();
            resolve(rows.result);
          };
        };
      }),
    name,
  );
