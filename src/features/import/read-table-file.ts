import { cutText } from '#base/cut-text.ts';
import { isJsonObject } from '#base/json.ts';
import type { TypeWords } from '#domain/taxonomy/guess-type.ts';
import { guessColumns } from '#formats/csv-columns.ts';
import { type TableField, withColumn } from '#formats/csv-fields.ts';
import type { HeldThing } from '#formats/csv-happening.ts';
import { rememberedGuess } from '#formats/csv-kinds.ts';
import type { PlaceOf } from '#formats/csv-place.ts';
import { type Table, writeTable } from '#formats/csv-text.ts';
import { readTableThings, type TableThings, withThoseNamed } from '#formats/csv-things.ts';
import type { FoundThing } from '#formats/geojson-things.ts';
import type { Arriving } from '#services/book.ts';
import { arrivingOf } from './arriving-of.ts';
import type {
  CheckedFile,
  CheckedTable,
  Choice,
  OutWhy,
  RefusedWords,
  ShownThing,
} from './checked-file.ts';
import { groupsOf, keyOf } from './found-groups.ts';
import { isPlainKey } from './plain-key.ts';
import { foundLine } from './twin-lines.ts';

const samplesShown = 2;
const sampleLength = 40;
const thingsShown = 3;

const cut = (said: string): string =>
  said.length <= sampleLength ? said : `${cutText(said, sampleLength - 1).trimEnd()}…`;

const samplesOf = ({ rows }: Table, place: number): readonly string[] =>
  rows
    .map(({ cells }) => cells[place] ?? '')
    .filter(Boolean)
    .slice(0, samplesShown)
    .map(cut);

const addressLine = ({ values: { address } }: FoundThing): string =>
  isJsonObject(address)
    ? ['line1', 'line2', 'town', 'postcode']
        .map((part) => address[part])
        .filter(Boolean)
        .join(', ')
    : '';

function shownThing(thing: FoundThing): ShownThing {
  const { id, type, assetType, values } = thing;
  const words = values['summary'] ?? values['purpose'];
  return {
    id,
    name: String(values['name'] ?? values['title'] ?? ''),
    type,
    assetType,
    lines: [typeof words === 'string' ? words : '', addressLine(thing)].filter(Boolean),
    hasSpot: foundLine(thing).lon !== undefined,
  };
}

function reasonsOf({ refused }: TableThings): CheckedFile['leftOut'] {
  const counts: Partial<Record<OutWhy, number>> = {};
  for (const { why } of refused) counts[why] = (counts[why] ?? 0) + 1;
  return counts;
}

/** As they were, with a last column that says why each did not come in. */
function refusedRows(
  { headings, rows }: Table,
  { refused }: TableThings,
  { heading, why }: RefusedWords,
): string {
  const told = refused.map((each) => ({ cells: rows[each.row]?.cells ?? [], why: why[each.why] }));
  const width = told.reduce((most, { cells }) => Math.max(most, cells.length), headings.length);
  const wide = (cells: readonly string[], last: string) => [
    ...Array.from({ length: width }, (_, place) => cells[place] ?? ''),
    last,
  ];
  return writeTable([wide(headings, heading), ...told.map((row) => wide(row.cells, row.why))]);
}

interface TableAround {
  readonly now: string;
  readonly typeWords: TypeWords;
  readonly placeOf: PlaceOf | undefined;
  readonly held: readonly HeldThing[] | undefined;
}

/** Rows of a spreadsheet, read once more whenever a column is matched anew. */
export function tableReading(table: Table, { typeWords, ...around }: TableAround) {
  const guess = rememberedGuess(typeWords);
  let matching = guessColumns(table);
  let swapped = false;
  const read = (plainType?: string): TableThings =>
    readTableThings(table, { ...around, matching, swapped, guess, plainType });
  let found = read();

  const checkedTable = (): CheckedTable => ({
    columns: table.headings.map((heading, place) => ({
      place,
      heading,
      samples: samplesOf(table, place),
      field: matching[place],
    })),
    rows: table.rows.length,
    things: found.things.length,
    refused: found.refused.length,
    unread: found.unread,
    cutCells: table.cutCells + found.cut,
    isNamedByAddress: !matching.includes('name') && found.things.length > 0,
    shown: found.things.slice(0, thingsShown).map(shownThing),
  });
  const checked = (): Omit<CheckedFile, 'letters'> => ({
    from: 'import-csv',
    groups: groupsOf(found.things),
    leftOut: reasonsOf(found),
    otherShapes: [],
    noSpot: found.noSpot,
    outlinesLeftOut: 0,
    looksSwapped: found.looksSwapped && !swapped,
    copyOf: undefined,
    table: checkedTable(),
    photos: 0,
  });
  const again = () => {
    found = read();
    return checked();
  };
  return {
    checked,
    isOtherGrid: () => false,
    swap: () => {
      swapped = !swapped;
      return again();
    },
    match: (place: number, field: TableField | undefined) => {
      matching = withColumn(matching, place, field);
      return again();
    },
    refusedRows: (words: RefusedWords) => refusedRows(table, found, words),
    things: () => found.things,
    choose: ({ keys, plainType, skip, checkTag }: Choice): readonly Arriving[] => {
      const wanted = new Set(keys);
      const skipped = new Set(skip);
      const keyById = new Map(found.things.map((thing) => [thing.id, keyOf(thing)]));
      const { things } = plainType ? read(plainType) : found;
      const chosen = things.filter(
        ({ id }) => wanted.has(keyById.get(id) ?? '') && !skipped.has(id),
      );
      return withThoseNamed(chosen, things).map((thing) => {
        // A type that a person chose for all is nothing the list says.
        const isPlain = isPlainKey(keyById.get(thing.id) ?? '');
        return arrivingOf(thing, undefined, checkTag, isPlain);
      });
    },
    photos: (): readonly (readonly [string, string])[] => [],
  };
}
