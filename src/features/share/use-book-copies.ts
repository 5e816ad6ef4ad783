import type { Json } from '#base/json.ts';
import { usePreference } from '#services/use-preference.ts';
import { useServices } from '#services/use-services.ts';

const keptMost = 20;
const none: readonly string[] = [];

/** When this phone saved books of the open register, newest last; undefined while it is read. */
export function useBookCopies() {
  const { book } = useServices();
  const [days, set] = usePreference<Json>(`book-copies:${book.registerId}`, none as string[]);
  const list = Array.isArray(days) ? days.filter((day) => typeof day === 'string') : undefined;
  return {
    days: list,
    note: (madeAt: string): void => set([...(list ?? []), madeAt].slice(-keptMost)),
  };
}
