import { useCallback } from 'react';
import type { Failure } from '#base/result.ts';
import { nameOf } from '#domain/record/record.ts';
import type { RecordType, Ref } from '#domain/record/values.ts';
import type { Book } from '#services/book.ts';
import { useAsked } from '#services/use-asked.ts';
import { useBook } from '#services/use-services.ts';

/** Why there is no card: never heard of, taken out of the book, or kept but not readable here. */
export type WhyMissing =
  | { readonly why: 'unknown' }
  | { readonly why: 'removed'; readonly about: Ref; readonly name: string }
  | { readonly why: 'kept'; readonly failure: Failure };

const withCards: readonly RecordType[] = [
  'place',
  'group',
  'organisation',
  'exchange',
  'story',
  'activity',
  'person',
];

async function look(book: Book, id: string): Promise<WhyMissing> {
  for (const type of withCards) {
    const found = await book.read({ type, id });
    if (found.ok) return { why: 'removed', about: { type, id }, name: nameOf(found.value.record) };
    if (found.error.kind !== 'not-found') return { why: 'kept', failure: found.error };
  }
  return { why: 'unknown' };
}

/** Undefined while it is being looked up. */
export function useWhyMissing(id: string): WhyMissing | undefined {
  const book = useBook();
  return useAsked(useCallback(() => look(book, id), [book, id]));
}
