import { useLiveQuery } from 'dexie-react-hooks';
import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import { useOpened } from './use-services.ts';

/** Counted in the indexes: no row and no key of a whole table is read. */
async function recordedByHand({ things }: CatalogueDb): Promise<number> {
  const [assets, broughtIn] = await Promise.all([
    things.where('kind').above('').count(),
    things.where('[kind+batchId]').above(['', '']).count(),
  ]);
  return assets - broughtIn;
}

/** Assets in the open register that came from no file; undefined until counted. */
export function useSavedCount(): number | undefined {
  const { catalogue } = useOpened();
  return useLiveQuery(() => recordedByHand(catalogue), [catalogue]);
}
