import { useLiveQuery } from 'dexie-react-hooks';
import type { Json } from '#base/json.ts';
import { useOpened } from './use-services.ts';

/** A choice this phone remembers. */
export function usePreference<T extends Json>(
  key: string,
  fallback: T,
): readonly [value: T, set: (next: T) => void] {
  const { device } = useOpened();
  const row = useLiveQuery(() => device.preferences.get(key), [device, key]);
  const set = (value: T): void => {
    void device.preferences.put({ key, value });
  };
  return [(row?.value as T | undefined) ?? fallback, set];
}
