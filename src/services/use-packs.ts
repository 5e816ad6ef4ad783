import { useLiveQuery } from 'dexie-react-hooks';
import type { PackRow } from '#device/device-db.ts';
import { useServices } from './use-services.ts';

/** The map packs kept for the open register, oldest first; undefined while they are being read. */
export function usePacks(): readonly PackRow[] | undefined {
  const { packs } = useServices();
  return useLiveQuery(() => packs.list(), [packs]);
}

/** Whether any of these packs knows where one can walk. */
export const useHasPaths = (): boolean => usePacks()?.some(({ parts }) => parts?.graph) ?? false;
