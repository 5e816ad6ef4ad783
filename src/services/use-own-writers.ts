import { useCallback } from 'react';
import { useAsked } from './use-asked.ts';
import { useBook } from './use-services.ts';

/** The names under which this phone writes; undefined until they are known. */
export function useOwnWriters(): ReadonlySet<string> | undefined {
  const book = useBook();
  return useAsked(useCallback(() => book.writers(), [book]));
}
