/** Below 0 when `a` comes first. */
export type Order = (a: number, b: number) => number;

/**
 * The first `count` of the items, in order, without sorting the others: the ones kept so far are a
 * heap with the last of them on top, which a newcomer must beat.
 */
export function firstInOrder(items: readonly number[], count: number, order: Order): number[] {
  if (count <= 0) return [];
  if (items.length <= count) return items.toSorted(order);
  const heap = items.slice(0, count);
  for (let at = (count >> 1) - 1; at >= 0; at -= 1) sink(heap, at, order);
  for (let at = count; at < items.length; at += 1) {
    const item = items[at] ?? 0;
    if (order(item, heap[0] ?? 0) >= 0) continue;
    heap[0] = item;
    sink(heap, 0, order);
  }
  return heap.sort(order);
}

function sink(heap: number[], from: number, order: Order): void {
  const item = heap[from] ?? 0;
  let at = from;
  for (;;) {
    let child = at * 2 + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && order(heap[child + 1] ?? 0, heap[child] ?? 0) > 0) child += 1;
    const below = heap[child] ?? 0;
    if (order(below, item) <= 0) break;
    heap[at] = below;
    at = child;
  }
  heap[at] = item;
}
