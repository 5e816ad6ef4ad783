import { useLiveQuery } from 'dexie-react-hooks';
import { useMemo } from 'react';
import { newsKey } from '#device/news-key.ts';
import { newsStore } from '#device/news-store.ts';
import { type News, type NewsThing, noNews, withAllSeen } from '#domain/news/news.ts';
import { nameOf } from '#domain/record/record.ts';
import type { ThingRow } from '#domain/record/thing-row.ts';
import type { Book } from './book.ts';
import { useAsked } from './use-asked.ts';
import { useRows } from './use-rows.ts';
import { useBook, useOpened } from './use-services.ts';

export type { NewsThing } from '#domain/news/news.ts';

/** What others changed since this person last looked, and the way to say that it was seen. */
export function useNews(): { readonly news: News | undefined; readonly seen: () => Promise<void> } {
  const { device } = useOpened();
  const { registerId } = useBook();
  const row = useLiveQuery(
    async () => (await device.preferences.get(newsKey(registerId))) ?? 'none',
    [device, registerId],
  );
  const seen = () => newsStore(device, registerId).change(withAllSeen);
  const news = row === 'none' ? noNews : (row?.value as News | undefined);
  return { news, seen };
}

export interface NewsLine extends NewsThing {
  /** What is gone has only a name, and that only where its record is still here. */
  readonly row?: ThingRow;
  readonly name?: string;
}

async function namesOf(book: Book, gone: readonly NewsThing[]): Promise<Map<string, string>> {
  const found = await Promise.all(
    gone.map(async ({ id, type }) => [id, await book.read({ id, type })] as const),
  );
  return new Map(
    found.flatMap(([id, read]) => (read.ok ? [[id, nameOf(read.value.record)] as const] : [])),
  );
}

/** The same things with what the lists know of them; undefined while that is being read. */
export function useNewsLines(things: readonly NewsThing[]): readonly NewsLine[] | undefined {
  const book = useBook();
  const rows = useRows(things.map(({ id }) => id));
  const gone = things.filter((_, at) => rows[at] === undefined);
  const key = gone.map(({ id }) => id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids say which things they are
  const ask = useMemo(() => async () => namesOf(book, gone), [book, key]);
  const names = useAsked(ask);
  if (rows.length < things.length || !names) return undefined;
  return things.map((thing, at) => {
    const row = rows[at];
    const name = row?.name ?? names.get(thing.id);
    return { ...thing, ...(row && { row }), ...(name && { name }) };
  });
}
