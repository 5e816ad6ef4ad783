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

/** How many documents of the members' circle are tombstones, read past PouchDB. */
export async function membersTombstones(page: Page): Promise<number> {
  const names = await databaseNames(page);
  const name = names.find((each) => each.startsWith('_pouch_') && each.endsWith('-members')) ?? '';
  return page.evaluate(
    (database) =>
      new Promise<number>((resolve, reject) => {
        const asked = indexedDB.open(database);
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => {
          const db = asked.result;
          const rows = db.transaction('document-store').objectStore('document-store').getAll();
          rows.onerror = () => reject(rows.error);
          rows.onsuccess = () => {
            db.close();
            const all = rows.result as readonly { readonly deletedOrLocal: string }[];
            resolve(all.filter(({ deletedOrLocal }) => deletedOrLocal === '1').length);
          };
        };
      }),
    name,
  );
}
