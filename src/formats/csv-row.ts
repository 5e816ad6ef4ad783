import type { Json, JsonObject } from '#base/json.ts';
import { importedId } from '#domain/import-batch/imported-id.ts';
import { addressIn } from './csv-address.ts';
import type { Matching, TableField } from './csv-fields.ts';
import { type Guess, type Lore, type Sort, sortIn } from './csv-kinds.ts';
import { type PlaceOf, precisionIn, type RowCells, spotIn } from './csv-place.ts';
import type { TableRow } from './csv-text.ts';
import { nameIn, unreadIn, valuesIn } from './csv-values.ts';
import { fittingValues } from './fitting-values.ts';
import { type FoundThing, recordTypeOf } from './geojson-things.ts';

export type RowRefusal =
  | 'people'
  | 'story'
  | 'shelter'
  | 'no-name'
  | 'twice'
  | 'too-many-cells'
  | 'no-organiser'
  | 'no-time'
  | 'unreadable';

/** How a table is read: which column is what, as a person corrected it, and whom to ask. */
export interface TableReading {
  readonly matching: Matching;
  readonly swapped: boolean;
  /** ISO instant of this reading. */
  readonly now: string;
  readonly guess: Guess;
  /** The type of all rows that do not tell. */
  readonly plainType?: string | undefined;
  readonly placeOf?: PlaceOf | undefined;
}

const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i;

/** The same row gives the same id on every phone; an id of the list's own outlives a new address. */
function idOf(cells: RowCells): string {
  const said = cells.id ?? '';
  if (uuid.test(said)) return said.toLowerCase();
  const { address, line1, postcode, lat, lon, easting, northing, uprn } = cells;
  const where = [uprn, address, line1, postcode, lat, lon, easting, northing];
  const known: Json = said ? [said] : where.map((part) => part ?? null);
  return importedId(`csv:${JSON.stringify([nameIn(cells) ?? null, known])}`);
}

const licences = ['OGL-3.0', 'ODbL-1.0', 'CC-BY-4.0', 'own'];

const sourceOf = ({ id, licence = '' }: RowCells, now: string): JsonObject => ({
  kind: 'import-csv',
  licence: licences.find((each) => each.toLowerCase() === licence.toLowerCase()) ?? 'none-stated',
  retrievedAt: now,
  ...(id && !uuid.test(id) ? { externalId: id.slice(0, 200) } : {}),
});

interface Where {
  readonly values: JsonObject;
  readonly hasSpot: boolean;
  readonly unread: readonly TableField[];
}

const columnOfSpot = ({ lon, lat }: RowCells): TableField =>
  lon === undefined && lat === undefined ? 'easting' : 'lat';

function whereOf(cells: RowCells, { swapped, now, placeOf }: TableReading): Where {
  const { address, postcode, isPostcodeUnread } = addressIn(cells);
  const told = spotIn(cells, swapped);
  const isTold = typeof told === 'object';
  const spot = isTold ? told : placeOf?.({ postcode, address: cells.address ?? cells.line1 });
  const precision = precisionIn(cells);
  const isShown = spot !== undefined && precision !== 'none';
  const location = isShown && {
    precision: isTold ? precision : 'street',
    geometry: { type: 'Point', coordinates: [spot.lon, spot.lat] },
    capturedBy: isTold ? 'import' : 'geocode',
    capturedAt: now,
  };
  return {
    values: { ...(address ? { address } : {}), ...(location ? { location } : {}) },
    hasSpot: isShown,
    unread: [
      ...(isPostcodeUnread ? (['postcode'] as const) : []),
      ...(told === 'not-known' ? [columnOfSpot(cells)] : []),
    ],
  };
}

export interface ReadRow {
  readonly thing: FoundThing;
  readonly hasSpot: boolean;
  readonly unread: readonly TableField[];
}

export type RowOutcome = ReadRow | { readonly why: RowRefusal };

/** Where others of the same list are found by their names: who holds an activity, and where. */
export type Named = ReadonlyMap<string, FoundThing>;

export const plainName = (name: string): string =>
  name.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** What an activity needs besides its words: who holds it, when, and where if that is known. */
function heldBy(cells: RowCells, values: JsonObject, named: Named): JsonObject | RowRefusal {
  const organiser = named.get(plainName(cells.organiser ?? ''));
  if (!organiser) return 'no-organiser';
  const kind = cells.kind?.toLowerCase() === 'service' ? 'service' : 'activity';
  if (kind !== 'service' && values['schedules'] === undefined) return 'no-time';
  const venue = named.get(plainName(cells.venue ?? '')) ?? organiser;
  return {
    kind,
    organiser: { type: organiser.type, id: organiser.id },
    ...(venue.type === 'place' ? { placeId: venue.id } : { placeToBeConfirmed: true }),
  };
}

type Told = Exclude<Sort, { refused: unknown }>;

/** A type chosen for all that do not tell. */
const withPlainType = (sort: Told, plainType: string | undefined): Told =>
  plainType && sort.assetType === undefined && sort.type !== 'activity'
    ? { type: recordTypeOf(plainType), assetType: plainType, checkType: false }
    : sort;

/** What the row is told by besides itself. */
export interface RowAround extends TableReading {
  readonly lore: Lore;
  readonly named: Named;
}

/** The facts of a thing that stands somewhere, or of one that happens. */
function factsOf(cells: RowCells, { type, assetType }: Told, around: RowAround) {
  const said = valuesIn(cells, type);
  if (type === 'activity') {
    const held = heldBy(cells, said, around.named);
    if (typeof held === 'string') return held;
    return { values: { ...said, ...held, ...(assetType ? { assetType } : {}) }, where: undefined };
  }
  const where = whereOf(cells, around);
  const kept = assetType ?? standsFor;
  return { values: { ...said, ...where.values, assetType: kept }, where };
}

/** The type of what has none yet: a person chooses it before anything comes in. */
const standsFor = 'place.square';

/** What the list calls it, where that is no type of ours. */
const saidOf = (cells: RowCells, { assetType }: Told): { readonly said?: string } =>
  assetType === undefined && cells.assetType ? { said: cells.assetType.slice(0, 60) } : {};

/** Benches and stops by the hundred are offered like those of a map: only if asked for. */
const isEveryday = (assetType: string | undefined): boolean =>
  assetType === 'place.bench' || assetType === 'place.travel';

function toThing(cells: RowCells, told: Told, around: RowAround): RowOutcome {
  const sort = withPlainType(told, around.plainType);
  const facts = factsOf(cells, sort, around);
  if (typeof facts === 'string') return { why: facts };
  const { type, assetType, checkType } = sort;
  const id = idOf(cells);
  const values = fittingValues(id, type, {
    ...facts.values,
    status: 'unconfirmed',
    source: sourceOf(cells, around.now),
  });
  if (!values) return { why: 'unreadable' };
  const said = saidOf(cells, sort);
  return {
    thing: { id, type, values, assetType, everyday: isEveryday(assetType), checkType, ...said },
    hasSpot: facts.where?.hasSpot ?? true,
    unread: [...(facts.where?.unread ?? []), ...unreadIn(cells, values, type)],
  };
}

export function readRow(row: TableRow, cells: RowCells, around: RowAround): RowOutcome {
  if (row.isTooLong) return { why: 'too-many-cells' };
  if ((nameIn(cells) ?? '').length < 2) return { why: 'no-name' };
  // An address says nothing of what stands there: Park Street is no park.
  const { name, ...others } = cells;
  const sort = sortIn(around.matching.includes('name') ? cells : others, around.lore);
  if ('refused' in sort) return { why: sort.refused };
  return toThing(cells, sort, around);
}
