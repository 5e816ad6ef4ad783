import { useEffect } from 'react';
import { holdReload } from '#platform/hold-reload.ts';

/** While `dirty`, no update loads the page again: for forms whose words are not saved yet. */
export function useHoldReload(dirty: boolean, reason: string): void {
  useEffect(() => (dirty ? holdReload(reason) : undefined), [dirty, reason]);
}
