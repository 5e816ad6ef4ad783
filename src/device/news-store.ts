import { type News, noNews } from '#domain/news/news.ts';
import type { DeviceDb } from './device-db.ts';
import { newsKey } from './news-key.ts';

/** What others changed while this person was away; no rebuild of lists touches it. */
export interface NewsStore {
  read(): Promise<News>;
  change(next: (news: News) => News): Promise<void>;
}

export function newsStore({ preferences }: DeviceDb, register: string): NewsStore {
  const key = newsKey(register);
  const read = async (): Promise<News> =>
    ((await preferences.get(key))?.value as News | undefined) ?? noNews;
  return {
    read,
    change: (next) =>
      preferences.db.transaction('rw', preferences, async () => {
        await preferences.put({ key, value: next(await read()) });
      }),
  };
}
