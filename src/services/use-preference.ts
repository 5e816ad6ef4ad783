import { useLiveQuery } from 'dexie-react-hooks';
import { useEffect, useState } from 'react';
import type { Json } from '#base/json.ts';
import { guarded } from '#device/storage-trouble.ts';
import { sameJson } from '#domain/merge/canonical.ts';
import { useOpened } from './use-services.ts';

const holds = (kept: Json | undefined, value: Json): boolean =>
  kept !== undefined && sameJson(kept, value);

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
  // What was just chosen shows at once; the disk follows, and says so when it holds something else.
  const [chosen, choose] = useState<{ value: T }>();
  const kept = row === 'never chosen' ? fallback : (row?.value as T | undefined);
  useEffect(() => choose((wish) => (wish && holds(kept, wish.value) ? undefined : wish)), [kept]);
  const set = (value: T): void => {
    choose(holds(kept, value) ? undefined : { value });
    void guarded(() => device.preferences.put({ key, value })).then((written) => {
      if (!written.ok) choose(undefined);
    });
  };
  return [chosen ? chosen.value : kept, set];
}
