import { useLiveQuery } from 'dexie-react-hooks';
import { useOpened } from './use-services.ts';

/** Assets in the open register; undefined until counted. */
export function useSavedCount(): number | undefined {
  const { catalogue } = useOpened();
  return useLiveQuery(() => catalogue.things.where('kind').above('').count(), [catalogue]);
}
