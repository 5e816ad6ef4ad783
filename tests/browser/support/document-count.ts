import type { Page } from 'playwright';
import { databaseNames } from './raw-storage.ts';

/** How many documents each circle holds, by the name of its database, counted past PouchDB. */
export async function documentCounts(page: Page): Promise<Readonly<Record<string, number>>> {
  const names = (await databaseNames(page)).filter((name) => name.startsWith('_pouch_'));
  const counts = await Promise.all(
    names.map(async (name) => [name, await countIn(page, name)] as const),
  );
  return Object.fromEntries(counts);
}

/** PouchDB's idb adapter keeps one row a document here, whatever became of it. */
const countIn = (page: Page, name: string): Promise<number> =>
  page.evaluate(
    (database) =>
      new Promise<number>((resolve, reject) => {
        const asked = indexedDB.open(database);
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => {
          const db = asked.result;
          const counted = db.transaction('document-store').objectStore('document-store').count();
          counted.onerror = () => reject(counted.error);
          counted.onsuccess = () => {
            db.close();
            resolve(counted.result);
          };
        };
      }),
    name,
  );
