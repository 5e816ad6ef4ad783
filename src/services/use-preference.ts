import { useLiveQuery } from 'dexie-react-hooks';
import type { Json } from '#base/json.ts';
import { guarded } from '#device/storage-trouble.ts';
import { useOpened } from './use-services.ts';

/** A choice this phone remembers; undefined while it is being read, so that no other one flashes. */
export function usePreference<T extends Json>(
  key: string,
  fallback: T,
): readonly [value: T | undefined, set: (next: T) => void] {
  const { device } = useOpened();
  const row = useLiveQuery(
    async () => (await device.preferences.get(key)) ?? 'never chosen',
    [device, key],
  );
  const set = (value: T): void => {
    void guarded(() => device.preferences.put({ key, value }));
  };
  return [row === 'never chosen' ? fallback : (row?.value as T | undefined), set];
}
