import type { CalendarDate } from '#domain/time/calendar-date.ts';
import { wallAt } from '#domain/time/wall-clock.ts';
import type { FindQuery, ThingRow } from './query.ts';

export type RowFilter = (row: ThingRow) => boolean;
type Asked = Omit<FindQuery, 'limit'>;

/** What a query asks of a thing besides words and times of opening. `now`: if the query has no `at`. */
export function rowFilter(query: Asked, now: () => number): RowFilter {
  const kinds = new Set(query.kinds);
  const asks: RowFilter[] = [];
  if (kinds.size > 0) asks.push(({ kind }) => kind !== undefined && kinds.has(kind));
  if (!query.includeArchived) asks.push(({ status }) => status !== 'archived');
  if (query.free) asks.push(({ free }) => free === true);
  if (query.stepFree) asks.push(({ stepFree }) => stepFree === true);
  if (query.assetType) asks.push(ofType(query.assetType));
  if (query.unplaced) asks.push(isUnplaced);
  if (query.within) asks.push(inBox(query.within));
  if (query.only) asks.push(among(query.only));
  if (query.freshness)
    asks.push(freshness(query.freshness, wallAt(new Date(query.at ?? now())).day));
  return (row) => asks.every((ask) => ask(row));
}

const standing = ['place', 'group', 'organisation', 'exchange'];

const isUnplaced: RowFilter = ({ batchId, type, lon, keptOffMap }) =>
  batchId !== undefined && lon === undefined && !keptOffMap && standing.includes(type);

/** The type itself or any below it: `place` takes in `place.park`, never `places.x`. */
const ofType = (wanted: string): RowFilter => {
  const below = `${wanted}.`;
  return ({ assetType }) => assetType === wanted || assetType?.startsWith(below) === true;
};

const among = (ids: readonly string[]): RowFilter => {
  const wanted = new Set(ids);
  return ({ id }) => wanted.has(id);
};

/** A box whose west is east of its east lies over the 180th meridian. */
const inBox =
  ({ west, south, east, north }: NonNullable<FindQuery['within']>): RowFilter =>
  ({ lon, lat }) => {
    if (lon === undefined || lat === undefined || lat < south || lat > north) return false;
    return west <= east ? lon >= west && lon <= east : lon >= west || lon <= east;
  };

/** A thing nobody has confirmed has no review date: it is neither due nor fresh. */
const freshness = (wanted: 'due' | 'fresh', today: CalendarDate): RowFilter =>
  wanted === 'due'
    ? ({ reviewDueOn }) => reviewDueOn !== undefined && reviewDueOn < today
    : ({ reviewDueOn }) => reviewDueOn !== undefined && reviewDueOn >= today;
