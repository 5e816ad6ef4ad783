import type { Page } from 'playwright';

/** What stands in IndexedDB, read past the app. The page must be on the app's origin. */
export const databaseNames = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => {
    const found = await indexedDB.databases();
    return found.flatMap(({ name }) => (name ? [name] : []));
  });

/** Every value of every row of every store of one database, as one text. */
export const rawText = (page: Page, name: string): Promise<string> =>
  page.evaluate(async (database) => {
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const asked = indexedDB.open(database);
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
    const rows = (store: string) =>
      new Promise<string>((resolve, reject) => {
        const asked = db.transaction(store).objectStore(store).getAll();
        asked.onsuccess = () => resolve(JSON.stringify(asked.result));
        asked.onerror = () => reject(asked.error);
      });
    const texts = await Promise.all([...db.objectStoreNames].map(rows));
    db.close();
    return texts.join('\n');
  }, name);

/** The stored drafts as one text: what a killed tab leaves behind. */
export const draftText = (page: Page): Promise<string> =>
  page.evaluate(
    () =>
      new Promise<string>((resolve, reject) => {
        const asked = indexedDB.open('pb-device');
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => {
          const db = asked.result;
          const rows = db.transaction('drafts').objectStore('drafts').getAll();
          rows.onerror = () => reject(rows.error);
          rows.onsuccess = () => {
            db.close();
            resolve(JSON.stringify(rows.result));
          };
        };
      }),
  );

/** Deletes one database under the running app. */
export const burn = (page: Page, name: string): Promise<void> =>
  page.evaluate(
    (database) =>
      new Promise<void>((resolve, reject) => {
        const asked = indexedDB.deleteDatabase(database);
        asked.onsuccess = () => resolve();
        asked.onerror = () => reject(asked.error);
      }),
    name,
  );

/** Empties every store of one database under the running app, all in one transaction. */
export const empty = (page: Page, name: string): Promise<void> =>
  page.evaluate(
    (database) =>
      new Promise<void>((resolve, reject) => {
        const asked = indexedDB.open(database);
        asked.onerror = () => reject(asked.error);
        asked.onsuccess = () => {
          const db = asked.result;
          const stores = [...db.objectStoreNames];
          const work = db.transaction(stores, 'readwrite');
          for (const store of stores) work.objectStore(store).clear();
          work.onerror = () => reject(work.error);
          work.oncomplete = () => {
            db.close();
            resolve();
          };
        };
      }),
    name,
  );
