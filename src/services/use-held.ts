import { useLiveQuery } from 'dexie-react-hooks';
import type { HeldWhy } from '#catalogue/catalogue-db.ts';
import { useOpened } from './use-services.ts';

const none: Readonly<Record<HeldWhy, number>> = {
  'unknown-kind': 0,
  newer: 0,
  broken: 0,
  'no-key': 0,
  late: 0,
};

/** How many documents are kept but can't be shown, by reason. */
export function useHeld(): Readonly<Record<HeldWhy, number>> {
  const { catalogue } = useOpened();
  const counts = useLiveQuery(async () => {
    const found = { ...none };
    await catalogue.held.each(({ why }) => {
      found[why] += 1;
    });
    return found;
  }, [catalogue]);
  return counts ?? none;
}
