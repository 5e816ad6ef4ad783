import { useLiveQuery } from 'dexie-react-hooks';
import type { ThingRow } from '#domain/record/thing-row.ts';
import { useOpened } from './use-services.ts';

export function useRows(ids: readonly string[]): readonly (ThingRow | undefined)[] {
  const { catalogue } = useOpened();
  return useLiveQuery(() => catalogue.things.bulkGet([...ids]), [catalogue, ids.join()]) ?? [];
}
