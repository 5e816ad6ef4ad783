import { cutText } from '#base/cut-text.ts';
import type { Json, JsonObject } from '#base/json.ts';
import { importedId } from '#domain/import-batch/imported-id.ts';
import type { Matching, TableField } from './csv-fields.ts';
import { type HeldThing, heldBy, type NamedAround } from './csv-happening.ts';
import { type Guess, type Lore, type Sort, sortIn } from './csv-kinds.ts';
import type { PlaceOf, RowCells } from './csv-place.ts';
import type { TableRow } from './csv-text.ts';
import { cutIn, nameIn, unreadIn, valuesIn } from './csv-values.ts';
import { whereOf } from './csv-where.ts';
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
  | 'unsure-organiser'
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
  /** Things in the book already that may run something, or be where it happens. */
  readonly held?: readonly HeldThing[] | undefined;
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
  ...(id && !uuid.test(id) ? { externalId: cutText(id, 200) } : {}),
});

export interface ReadRow {
  readonly thing: FoundThing;
  readonly hasSpot: boolean;
  readonly unread: readonly TableField[];
  /** Cells whose end is left out. */
  readonly cut: number;
}

export type RowOutcome = ReadRow | { readonly why: RowRefusal };

type Told = Exclude<Sort, { refused: unknown }>;

/** A type chosen for all that do not tell. */
const withPlainType = (sort: Told, plainType: string | undefined): Told =>
  plainType && sort.assetType === undefined && sort.type !== 'activity'
    ? { type: recordTypeOf(plainType), assetType: plainType, checkType: false }
    : sort;

/** What the row is told by besides itself. */
export interface RowAround extends TableReading, NamedAround {
  readonly lore: Lore;
}

/** The facts of a thing that stands somewhere, or of one that happens. */
function factsOf(cells: RowCells, { type, assetType }: Told, around: RowAround) {
  const said = valuesIn(cells, type);
  if (type === 'activity') {
    const held = heldBy(cells, said, around);
    if (typeof held === 'string') return held;
    const values = { ...said, ...held.values, ...(assetType ? { assetType } : {}) };
    return { values, hasSpot: true, unread: held.unread };
  }
  const { values, hasSpot, unread } = whereOf(cells, around);
  return { values: { ...said, ...values, assetType: assetType ?? standsFor }, hasSpot, unread };
}

/** The type of what has none yet: a person chooses it before anything comes in. */
const standsFor = 'place.square';

/** What the list calls it, where that is no type of ours. */
const saidOf = (cells: RowCells, { assetType }: Told): { readonly said?: string } =>
  assetType === undefined && cells.assetType ? { said: cutText(cells.assetType, 60) } : {};

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
    hasSpot: facts.hasSpot,
    unread: [...facts.unread, ...unreadIn(cells, values, type)],
    cut: cutIn(cells),
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
