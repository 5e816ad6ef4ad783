import { type Ground, nearness } from './distances.ts';
import { firstInOrder } from './first-in-order.ts';
import type { MapQuery } from './protocol.ts';
import type { Away, FindQuery, Found, MapPoint, Point, ThingRow } from './query.ts';
import { rowFilter } from './row-filter.ts';
import { rowOrder, type Scores } from './row-order.ts';
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
  /** How far a place is, in the register or not. */
  away(from: Point, to: Point): Away | undefined;
  learnWhen(occursAt: OccursAt): void;
  learnGifts(giftWords: TypeWords): void;
  /** Distances are then those on foot; without one they are straight lines again. */
  learnGround(ground: Ground | undefined): void;
}

interface Candidates {
  readonly slots: readonly number[];
  /** Absent when the query has no words. */
  readonly scores?: Scores;
}

type AwayOf = (slot: number) => Away | undefined;

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
  let ground: Ground | undefined;

  const candidates = (query: MapQuery): Candidates => {
    const passes = rowFilter(query, now);
    const isOn = whenAsked(query);
    const inReach = reachOf(query);
    const lets = (slot: number) => {
      const row = store.slots.at(slot);
      return row !== undefined && passes(row) && (isOn?.(row) ?? true) && inReach(slot);
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

  const awayFrom = ({ near }: MapQuery): AwayOf | undefined => near && store.distances.from(near);

  const reachOf = (query: MapQuery): ((slot: number) => boolean) => {
    const away = awayFrom(query);
    const { minutes } = query;
    if (!away || minutes === undefined) return () => true;
    return (slot) => (away(slot)?.minutes ?? Number.POSITIVE_INFINITY) <= minutes;
  };

  return {
    load: (rows) => store.load(rows),
    upsert: (rows) => store.upsert(rows),
    remove: (ids) => store.remove(ids),
    clear: () => {
      store = createThingStore(typeWords, giftWords);
      store.distances.learn(ground);
    },
    learnWhen: (learnt) => {
      occursAt = learnt;
    },
    learnGifts: (learnt) => {
      giftWords = learnt;
      store.text.learnGifts(learnt);
    },
    learnGround: (learnt) => {
      ground = learnt;
      store.distances.learn(learnt);
    },
    find(query) {
      const { slots, scores } = candidates(query);
      const away = awayFrom(query);
      const order = rowOrder(store.slots.at, scores, away && nearness(away));
      const from = atMost(query.offset ?? 0, slots.length);
      const to = atMost(from + atMost(query.limit, mostRows), slots.length);
      const page = firstInOrder(slots, to, order).slice(from);
      return {
        total: slots.length,
        ids: page.map((slot) => store.slots.at(slot)?.id ?? ''),
        away: page.map((slot) => away?.(slot)),
      };
    },
    away: (from, to) => store.distances.between(from, to),
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

function pointOf({ id, kind = '', assetType, name, lon, lat, status }: ThingRow): MapPoint[] {
  if (lon === undefined || lat === undefined) return [];
  const type = assetType === undefined ? {} : { assetType };
  return [{ id, kind, ...type, name, lon, lat, confirmed: status !== 'unconfirmed' }];
}
