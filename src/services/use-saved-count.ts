import { useLiveQuery } from 'dexie-react-hooks';
import type { CatalogueDb } from '#catalogue/catalogue-db.ts';
import { useOpened } from './use-services.ts';

/** By keys alone, and only where something was brought in: a whole table is never read. */
async function recordedByHand({ things }: CatalogueDb): Promise<number> {
  const assets = things.where('kind').above('');
  const broughtIn = await things.where('batchId').above('').primaryKeys();
  if (broughtIn.length === 0) return assets.count();
  const fromFiles = new Set(broughtIn);
  return (await assets.primaryKeys()).filter((id) => !fromFiles.has(id)).length;
}

/** Assets in the open register that came from no file; undefined until counted. */
export function useSavedCount(): number | undefined {
  const { catalogue } = useOpened();
  return useLiveQuery(() => recordedByHand(catalogue), [catalogue]);
}
