import type { NewsParts } from '#catalogue/take-news.ts';
import type { DeviceDb, KeysRow } from '#device/device-db.ts';
import { newsStore } from '#device/news-store.ts';
import type { CircleStores } from '#register/open-register.ts';
import { readSyncState } from '#sync/sync-state.ts';

interface NewsGround {
  readonly device: DeviceDb;
  readonly keys: KeysRow;
  readonly circles: CircleStores;
  readonly writers: NewsParts['writers'];
}

/** What others write is news from when a circle is here whole: a first load brings none. */
export const whatIsNews = ({ device, keys, circles, writers }: NewsGround): NewsParts => ({
  store: newsStore(device, keys.register),
  writers,
  isLoading: async (circle) => {
    const store = circles[circle];
    if (!keys.sharedAs || !store) return false;
    const { generation, loading } = await readSyncState(store);
    return generation === undefined || loading !== undefined;
  },
});
