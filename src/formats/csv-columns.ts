import type { Matching, TableField } from './csv-fields.ts';
import { type Meant, meaningsOf } from './csv-headings.ts';
import {
  isEmail,
  isLatHere,
  isLonHere,
  isPhone,
  isPostcode,
  isWebAddress,
  metresIn,
  numberIn,
} from './csv-looks.ts';
import type { Table } from './csv-text.ts';

/** The filled cells of a column that are looked at to tell what it holds. */
const looked = 60;

interface Column {
  readonly place: number;
  readonly meant: readonly Meant[];
  readonly sample: readonly string[];
  /** How many different words stand in it, of 1. */
  readonly variety: number;
}

function columnAt({ headings, rows }: Table, place: number): Column {
  const filled = rows.map(({ cells }) => cells[place] ?? '').filter(Boolean);
  return {
    place,
    meant: meaningsOf(headings[place] ?? ''),
    sample: filled.slice(0, looked),
    variety: filled.length === 0 ? 1 : new Set(filled).size / filled.length,
  };
}

/** Eastings reach 700 km and northings 1,300 km; a number below 1,000 is a year, a count or an age. */
const isGrid = (most: number) => (said: string) => {
  const value = metresIn(said);
  return value !== undefined && value >= 1_000 && value <= most;
};

type Looks = (said: string) => boolean;
const isNumber: Looks = (said) => numberIn(said) !== undefined;

/** Where the cells themselves tell; a heading that says so is believed only if they fit. */
const mustLook: Partial<Record<TableField, Looks>> = {
  postcode: isPostcode,
  email: isEmail,
  lat: isNumber,
  lon: isNumber,
  easting: isGrid(700_000),
  northing: isGrid(1_300_000),
};

/** Told by the cells where no heading tells. */
const looksAlone: readonly (readonly [TableField, Looks])[] = [
  ['email', isEmail],
  ['postcode', isPostcode],
  ['website', isWebAddress],
  ['phone', isPhone],
  ['lat', isLatHere],
  ['lon', isLonHere],
];

const mostLook = ({ sample }: Column, looks: Looks, part: number): boolean =>
  sample.length > 0 && sample.filter(looks).length >= sample.length * part;

/** One word in all rows is who owns the list, not what its things are called. */
const tooFewToName = 0.3;
const namesEnough = ({ variety, sample }: Column): boolean =>
  sample.length < 4 || variety >= tooFewToName;

function fits(column: Column, { field }: Meant): boolean {
  const looks = mustLook[field];
  if (field === 'name') return namesEnough(column);
  return looks === undefined || column.sample.length === 0 || mostLook(column, looks, 0.5);
}

interface Claim extends Meant {
  readonly place: number;
}

/** The surest claim first; of equals the column that stands first. */
const claimsOf = (columns: readonly Column[]): readonly Claim[] =>
  columns
    .flatMap((column) =>
      column.meant
        .filter((meant) => fits(column, meant))
        .map(({ field, rank }) => ({ field, rank, place: column.place })),
    )
    .sort((a, b) => a.rank - b.rank || a.place - b.place);

/** Each field is held by one column, each column holds one field; empty columns hold none. */
export function guessColumns(table: Table): Matching {
  const columns = table.headings.map((_, place) => columnAt(table, place));
  const matching: (TableField | undefined)[] = columns.map(() => undefined);
  const give = (place: number, field: TableField): void => {
    if (matching[place] === undefined && !matching.includes(field)) matching[place] = field;
  };
  const filled = columns.filter(({ sample }) => sample.length > 0);
  for (const { place, field } of claimsOf(filled)) give(place, field);
  for (const [field, looks] of looksAlone) {
    for (const column of filled) if (mostLook(column, looks, 0.8)) give(column.place, field);
  }
  return inPairs(matching);
}

/** Half a spot is none: an X without its Y may be anything. */
const pairs: readonly (readonly [TableField, TableField])[] = [
  ['lat', 'lon'],
  ['easting', 'northing'],
];

function inPairs(matching: Matching): Matching {
  const halves = pairs.flatMap(([one, other]) => {
    if (matching.includes(one) === matching.includes(other)) return [];
    return [one, other];
  });
  return matching.map((field) => (field && halves.includes(field) ? undefined : field));
}
