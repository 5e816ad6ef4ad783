import { useLiveQuery } from 'dexie-react-hooks';
import type { PackRow } from '#device/device-db.ts';
import { useOpened } from './use-services.ts';

/** The map packs kept on this phone, oldest first; undefined while they are being read. */
export function usePacks(): readonly PackRow[] | undefined {
  const { device } = useOpened();
  return useLiveQuery(() => device.packs.orderBy('addedAt').toArray(), [device]);
}

/** Whether any pack on this phone knows where one can walk. */
export const useHasPaths = (): boolean => usePacks()?.some(({ parts }) => parts?.graph) ?? false;
