import { useCallback } from 'react';
import type { AnyRecord } from '#domain/record/record.ts';
import type { Ref } from '#domain/record/values.ts';
import type { Circle } from '#domain/sharing/level.ts';
import type { ReadRecord } from './book.ts';
import { type SeenAs, seenAs } from './seen-as.ts';
import { useAsked } from './use-asked.ts';
import { useBook, useOpened } from './use-services.ts';

/** What of a card reaches somebody of a circle; undefined while it is being worked out. */
export function useSeenAs(
  read: ReadRecord | undefined,
  circle: Circle,
  idsIn: (record: AnyRecord) => readonly string[],
): SeenAs | undefined {
  const { catalogue } = useOpened();
  const book = useBook();
  const ask = useCallback(async () => {
    const recordOf = async (ref: Ref) => {
      const found = await book.read(ref);
      return found.ok ? found.value.record : undefined;
    };
    return read && seenAs(read, circle, { catalogue, read: recordOf, idsIn });
  }, [read, circle, catalogue, book, idsIn]);
  return useAsked(ask);
}
