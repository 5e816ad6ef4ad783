import { createDistances } from './distances.ts';
import type { ThingRow } from './query.ts';
import { createRowSlots } from './row-slots.ts';
import { createTextIndex } from './text-index.ts';
import type { TypeWords } from './type-slots.ts';
import { createWhenFilter } from './when-filter.ts';

/** The rows and all that is worked out from them, kept in step. */
export function createThingStore(typeWords: TypeWords, giftWords: TypeWords) {
  const slots = createRowSlots();
  const text = createTextIndex(typeWords, giftWords);
  const when = createWhenFilter();
  const gone = new Set<string>();
  const distances = createDistances((slot) => {
    const { lon, lat } = slots.at(slot) ?? {};
    return lon === undefined || lat === undefined ? undefined : { lon, lat };
  });

  const takeOut = (id: string) => {
    const slot = slots.of(id);
    const row = slot === undefined ? undefined : slots.at(slot);
    if (slot === undefined || !row) return;
    text.remove(slot, row);
    slots.free(slot);
    distances.forget(slot);
    when.forget(id);
  };

  const putIn = (row: ThingRow) => {
    takeOut(row.id);
    // Without a kind it is part of another thing and never listed.
    if (row.kind === undefined) return;
    text.add(slots.put(row), row);
  };

  return {
    slots,
    text,
    when,
    distances,
    load(rows: readonly ThingRow[]): void {
      for (const row of rows) if (slots.of(row.id) === undefined && !gone.has(row.id)) putIn(row);
    },
    upsert(rows: readonly ThingRow[]): void {
      for (const row of rows) {
        gone.delete(row.id);
        putIn(row);
      }
    },
    remove(ids: readonly string[]): void {
      for (const id of ids) {
        gone.add(id);
        takeOut(id);
      }
    },
  };
}
