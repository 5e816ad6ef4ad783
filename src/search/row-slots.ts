import type { ThingRow } from './query.ts';

/** Things by number: small, dense and used again, so that arrays can stand beside them. */
export function createRowSlots() {
  const rows: (ThingRow | undefined)[] = [];
  const slotOf = new Map<string, number>();
  const free: number[] = [];

  return {
    /** How many slots there are, taken or not. */
    count: () => rows.length,
    at: (slot: number): ThingRow | undefined => rows[slot],
    of: (id: string): number | undefined => slotOf.get(id),
    /** A row with the same id is replaced in its slot. */
    put(row: ThingRow): number {
      const slot = slotOf.get(row.id) ?? free.pop() ?? rows.length;
      rows[slot] = row;
      slotOf.set(row.id, slot);
      return slot;
    },
    free(slot: number): void {
      const row = rows[slot];
      if (!row) return;
      slotOf.delete(row.id);
      rows[slot] = undefined;
      free.push(slot);
    },
  };
}
