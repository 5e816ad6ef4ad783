import { useCallback } from 'react';
import type { Json } from '#base/json.ts';
import { recordTypeOfKind } from '#domain/taxonomy/kinds.ts';
import { useAsked } from '#services/use-asked.ts';
import { useBook } from '#services/use-services.ts';
import { readAnswers } from './answers.ts';

/**
 * Whether what a draft holds stands in the register: a phone may have died after it was saved and
 * before the draft was cleared. Undefined while it is being looked up.
 */
export function useWasSaved(stored: Json): boolean | undefined {
  const book = useBook();
  const { id, kind } = readAnswers(stored);
  const ask = useCallback(async () => {
    if (!kind || id === '') return false;
    return (await book.read({ id, type: recordTypeOfKind[kind] })).ok;
  }, [book, id, kind]);
  return useAsked(ask);
}
