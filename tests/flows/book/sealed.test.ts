import { expect, test } from 'vitest';
import { aPlace, newBook } from '../../support/test-book.ts';

/** Every value of every row of every store of one IndexedDB database, as one text. */
async function rawText(name: string): Promise<string> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const asked = indexedDB.open(name);
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
  const texts = await Promise.all(
    [...db.objectStoreNames].map(
      (store) =>
        new Promise<string>((resolve, reject) => {
          const asked = db.transaction(store).objectStore(store).getAll();
          asked.onsuccess = () => resolve(JSON.stringify(asked.result));
          asked.onerror = () => reject(asked.error);
        }),
    ),
  );
  db.close();
  return texts.join('\n');
}

const typed = Array.from({ length: 200 }, (_, n) => `secretword${n}x${(n * 7919).toString(36)}`);

test('none of 200 typed words can be read in the raw register', async () => {
  const { book, catalogue, close } = await newBook();
  for (let n = 0; n < typed.length; n += 10) {
    const [name, summary, owner, steward, note, ...tags] = typed.slice(n, n + 10);
    const done = await book.add('place', {
      ...aPlace(`${name}`),
      summary,
      owner,
      steward,
      note,
      tags,
    } as never);
    expect(done).toMatchObject({ ok: true });
  }
  const names = (await indexedDB.databases()).flatMap(({ name }) => (name ? [name] : []));
  const stores = names.filter((name) => name.startsWith(`_pouch_pb-${book.registerId}`));
  expect(stores).toHaveLength(2);
  const raw = (await Promise.all(stores.map(rawText))).join('\n');
  expect(raw.length).toBeGreaterThan(20_000);
  expect(typed.filter((word) => raw.includes(word))).toEqual([]);
  const read = await rawText(catalogue.name);
  expect(typed.filter((word) => read.includes(word)).length).toBeGreaterThan(100);
  await close();
}, 60_000);
