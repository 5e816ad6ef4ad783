import { kindOf } from '#domain/record/kinds.ts';
import { dueAfter, statusAfter } from '#domain/stewardship/confirmed.ts';
import type { CatalogueRow, LinkRow } from './catalogue-db.ts';

/** What a row borrows from others: who confirmed it, and the place it stands at. */
export interface Lenders {
  readonly confirmations: readonly LinkRow[];
  readonly place: CatalogueRow | undefined;
  readonly members: number;
}

type Loose = { -readonly [K in keyof CatalogueRow]?: CatalogueRow[K] };

function whereIn(row: CatalogueRow, place: CatalogueRow | undefined): Loose {
  // Only what stands by itself lends its place: a chain would depend on the order of arrival.
  if (!row.placeId || place?.placeId) return {};
  if (place?.lon === undefined || place.lat === undefined) return {};
  return { lon: place.lon, lat: place.lat, precision: place.precision, where: place.name };
}

const withoutBorrowed = ({ lon, lat, where, ...own }: CatalogueRow): Loose =>
  own.placeId
    ? { ...own, precision: 'none', ...(own.ownWhere ? { where: own.ownWhere } : {}) }
    : { ...own, ...(where ? { where } : {}), ...(lon === undefined ? {} : { lon, lat: lat ?? 0 }) };

/** The same inputs give the same row, in whatever order they came to this phone. Pure. */
export function finishRow(row: CatalogueRow, { confirmations, place, members }: Lenders) {
  const people = new Set(confirmations.map(({ by }) => by));
  if (row.ownConfirmedOn) people.add('recorder');
  const days = confirmations.flatMap(({ at }) => (at ? [at.slice(0, 10)] : []));
  const confirmedOn = [...days, ...(row.ownConfirmedOn ? [row.ownConfirmedOn] : [])].sort().at(-1);
  const due = dueAfter(confirmedOn, kindOf(row.type)?.reviewDays);
  const { confirmedOn: _old, reviewDueOn: _due, ...own } = withoutBorrowed(row);
  return {
    ...own,
    ...whereIn(row, place),
    status: statusAfter(row.ownStatus, { people: people.size, members }),
    ...(confirmedOn ? { confirmedOn } : {}),
    ...(due ? { reviewDueOn: due } : {}),
  } as CatalogueRow;
}
