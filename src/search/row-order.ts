import type { Order } from './first-in-order.ts';
import type { ThingRow } from './query.ts';

/** How well a slot matches the words asked for. */
export type Scores = ReadonlyMap<number, number>;
/** The further a slot's thing, the larger; Infinity without a place. */
export type Nearness = (slot: number) => number;

const collator = new Intl.Collator('en-GB', { numeric: true });

/** Better matches first, then nearer ones, then by name; ids make it the same order every time. */
export function rowOrder(
  rowAt: (slot: number) => ThingRow | undefined,
  scores: Scores | undefined,
  nearness: Nearness | undefined,
): Order {
  const byName: Order = (a, b) => {
    const [one, other] = [rowAt(a), rowAt(b)];
    if (!one || !other || one === other) return 0;
    return collator.compare(one.name, other.name) || (one.id < other.id ? -1 : 1);
  };
  const byDistance: Order = (a, b) => {
    const [one, other] = nearness ? [nearness(a), nearness(b)] : [0, 0];
    return one === other ? byName(a, b) : one - other;
  };
  if (!scores) return byDistance;
  return (a, b) => (scores.get(b) ?? 0) - (scores.get(a) ?? 0) || byDistance(a, b);
}
