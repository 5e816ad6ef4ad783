import { useCallback } from 'react';
import type { IdKey } from '#seal/id-key.ts';
import { writerPseudonym } from '#seal/id-key.ts';
import { deviceIdOf } from './device-id.ts';
import { useAsked } from './use-asked.ts';
import { useBook, useOpened } from './use-services.ts';

/** The names under which this phone writes: another one in each home. */
export function useOwnWriters(): ReadonlySet<string> | undefined {
  const { device } = useOpened();
  const { registerId } = useBook();
  const ask = useCallback(async () => {
    const own = await deviceIdOf(device);
    const keys = await device.keys.get(registerId);
    const circles = keys?.circles ?? [];
    const names = circles.map(({ idKey }) => writerPseudonym(idKey as IdKey, own));
    return new Set([own, ...(await Promise.all(names))]);
  }, [device, registerId]);
  return useAsked(ask);
}
