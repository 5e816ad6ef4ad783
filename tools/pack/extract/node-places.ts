/** Where nodes are, by id: three columns, because there may be millions. Degrees × 1e7. */
export interface NodePlaces {
  readonly count: number;
  /** Undefined for a node that is not kept. */
  at(id: number): readonly [lon: number, lat: number] | undefined;
  has(id: number): boolean;
}

const filterBits = 1 << 24;
const start = 1 << 16;

/**
 * Takes nodes in any order, each once or more. A bit for the end of each id answers most questions
 * about nodes that are not there, as nearly all of a country's are.
 */
export function createNodePlaces() {
  const maybe = new Uint8Array(filterBits / 8);
  let ids = new Float64Array(start);
  let places = new Int32Array(start * 2);
  let count = 0;
  let isSorted = true;

  const grow = () => {
    const [moreIds, morePlaces] = [new Float64Array(count * 2), new Int32Array(count * 4)];
    moreIds.set(ids);
    morePlaces.set(places);
    ids = moreIds;
    places = morePlaces;
  };

  const sort = () => {
    const order = Uint32Array.from({ length: count }, (_, n) => n);
    order.sort((a, b) => (ids[a] ?? 0) - (ids[b] ?? 0));
    places = Int32Array.from({ length: count * 2 }, (_, n) => {
      return places[(order[n >> 1] ?? 0) * 2 + (n & 1)] ?? 0;
    });
    ids = Float64Array.from(order, (n) => ids[n] ?? 0);
    isSorted = true;
  };

  const placeOf = (id: number): number => {
    const bit = id & (filterBits - 1);
    if (((maybe[bit >> 3] ?? 0) & (1 << (bit & 7))) === 0) return -1;
    if (!isSorted) sort();
    let [low, high] = [0, count - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const found = ids[middle] ?? 0;
      if (found === id) return middle;
      if (found < id) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  };

  return {
    get count() {
      return count;
    },
    add(id: number, lon: number, lat: number): void {
      if (count === ids.length) grow();
      if (count > 0 && (ids[count - 1] ?? 0) >= id) isSorted = false;
      ids[count] = id;
      places[count * 2] = lon;
      places[count * 2 + 1] = lat;
      count += 1;
      const bit = id & (filterBits - 1);
      maybe[bit >> 3] = (maybe[bit >> 3] ?? 0) | (1 << (bit & 7));
    },
    has: (id: number): boolean => placeOf(id) >= 0,
    at(id: number): readonly [lon: number, lat: number] | undefined {
      const place = placeOf(id);
      return place < 0 ? undefined : [places[place * 2] ?? 0, places[place * 2 + 1] ?? 0];
    },
  };
}
