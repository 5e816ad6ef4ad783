import { useEffect, useSyncExternalStore } from 'react';
import { holdReload } from './hold-reload.ts';
import { onUpdateChanged, readUpdate, type UpdateState } from './update-state.ts';

export const useUpdate = (): UpdateState => useSyncExternalStore(onUpdateChanged, readUpdate);

/** Holds the page while `dirty`: for forms, whose words are not saved yet. */
export function useHoldReload(dirty: boolean, reason: string): void {
  useEffect(() => (dirty ? holdReload(reason) : undefined), [dirty, reason]);
}
