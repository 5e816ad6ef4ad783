import { useLiveQuery } from 'dexie-react-hooks';
import type { AskRow } from '#catalogue/project-asks.ts';
import { useOpened } from './use-services.ts';

export type { AskRow } from '#catalogue/project-asks.ts';

/** How many lines of cards people disagree about. */
export function useAskCount(): number | undefined {
  const { catalogue } = useOpened();
  return useLiveQuery(() => catalogue.asks.count(), [catalogue]);
}

/** The newest of them; undefined while they are being read. */
export function useAsks(most: number): readonly AskRow[] | undefined {
  const { catalogue } = useOpened();
  return useLiveQuery(
    () => catalogue.asks.orderBy('at').reverse().limit(most).toArray(),
    [catalogue, most],
  );
}
