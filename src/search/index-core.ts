import { firstInOrder } from './first-in-order.ts';
import type { MapQuery } from './protocol.ts';
import type { FindQuery, Found, MapPoint, ThingRow } from './query.ts';
import { rowFilter } from './row-filter.ts';
import { type Metres, rowOrder, type Scores } from './row-order.ts';
import { createThingStore } from './thing-store.ts';
import type { TypeWords } from './type-slots.ts';
import type { OccursAt } from './when-filter.ts';

export interface FinderCoreOptions {
  readonly typeWords: TypeWords;
  /** Needed before a query with `when`; `learnWhen` hands it in later. */
  readonly occursAt?: OccursAt;
  /** Milliseconds since 1970, for queries without `at`. */
  readonly now?: () => number;
}

export interface FinderCore {
  /** Takes rows in, batch by batch. Never undoes what `upsert` or `remove` said before. */
  load(rows: readonly ThingRow[]): void;
  upsert(rows: readonly ThingRow[]): void;
  remove(ids: readonly string[]): void;
  clear(): void;
  find(query: FindQuery): Found;
  mapPoints(query: MapQuery): readonly MapPoint[];
  learnWhen(occursAt: OccursAt): void;
  learnGifts(giftWords: TypeWords): void;
}

interface Candidates {
  readonly slots: readonly number[];
  /** Absent when the query has no words. */
  readonly scores?: Scores;
}

const mostRows = 100_000;

/** All rows of a register in memory, and the answers to every list, search and map. */
export function createFinderCore({
  typeWords,
  occursAt: known,
  now = Date.now,
}: FinderCoreOptions): FinderCore {
  let giftWords: TypeWords = {};
  let store = createThingStore(typeWords, giftWords);
  let occursAt = known;

  const candidates = (query: MapQuery): Candidates => {
    const passes = rowFilter(query, now);
    const isOn = whenAsked(query);
    const lets = (slot: number) => {
      const row = store.slots.at(slot);
      return row !== undefined && passes(row) && (isOn?.(row) ?? true);
    };
    const matches = query.text ? store.text.search(query.text) : undefined;
    if (!matches) return { slots: upTo(store.slots.count()).filter(lets) };
    const scores = new Map<number, number>();
    for (const [at, slot] of matches.slots.entries())
      if (lets(slot)) scores.set(slot, matches.scores[at] ?? 0);
    return { slots: [...scores.keys()], scores };
  };

  const whenAsked = ({ when, at = now() }: MapQuery) => {
    if (!when) return undefined;
    if (!occursAt) throw new Error('a query with `when` before learnWhen');
    return store.when.passes(occursAt, when, at);
  };

  const metresFrom = ({ near }: MapQuery): Metres | undefined =>
    near && store.distances.from(near, store.slots.count());

  return {
    load: (rows) => store.load(rows),
    upsert: (rows) => store.upsert(rows),
    remove: (ids) => store.remove(ids),
    clear: () => {
      store = createThingStore(typeWords, giftWords);
    },
    learnWhen: (learnt) => {
      occursAt = learnt;
    },
    learnGifts: (learnt) => {
      giftWords = learnt;
      store.text.learnGifts(learnt);
    },
    find(query) {
      const { slots, scores } = candidates(query);
      const metres = metresFrom(query);
      const from = atMost(query.offset ?? 0, slots.length);
      const to = atMost(from + atMost(query.limit, mostRows), slots.length);
      const page = firstInOrder(slots, to, rowOrder(store.slots.at, scores, metres)).slice(from);
      return {
        total: slots.length,
        ids: page.map((slot) => store.slots.at(slot)?.id ?? ''),
        metres: page.map((slot) => finite(metres?.(slot))),
      };
    },
    mapPoints: (query) =>
      candidates(query).slots.flatMap((slot) => {
        const row = store.slots.at(slot);
        return row ? pointOf(row) : [];
      }),
  };
}

const upTo = (count: number): number[] => Array.from({ length: count }, (_, slot) => slot);

const atMost = (asked: number, most: number): number =>
  Math.min(Math.max(0, Math.floor(asked) || 0), most);

const finite = (metres: number | undefined): number | undefined =>
  metres !== undefined && Number.isFinite(metres) ? metres : undefined;

function pointOf({ id, kind = '', assetType, name, lon, lat, status }: ThingRow): MapPoint[] {
  if (lon === undefined || lat === undefined) return [];
  const type = assetType === undefined ? {} : { assetType };
  return [{ id, kind, ...type, name, lon, lat, confirmed: status !== 'unconfirmed' }];
}
