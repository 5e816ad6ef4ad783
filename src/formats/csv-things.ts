import { costSaid } from './csv-cost.ts';
import type { Matching, TableField } from './csv-fields.ts';
import { addNamed, type HeldThing } from './csv-happening.ts';
import { isHappening, loreOf } from './csv-kinds.ts';
import { areSwapped, type RowCells } from './csv-place.ts';
import {
  type ReadRow,
  type RowOutcome,
  type RowRefusal,
  readRow,
  type TableReading,
} from './csv-row.ts';
import type { Table, TableRow } from './csv-text.ts';
import type { FoundThing } from './geojson-things.ts';

export interface RefusedRow {
  /** Place in `table.rows`. */
  readonly row: number;
  readonly why: RowRefusal;
}

export interface TableThings {
  readonly things: readonly FoundThing[];
  readonly refused: readonly RefusedRow[];
  /** Things without a spot on the map yet. */
  readonly noSpot: number;
  /** How many cells of a column could not be read and are left out. */
  readonly unread: Readonly<Partial<Record<TableField, number>>>;
  /** Cells whose end is left out: there is no room for more. */
  readonly cut: number;
  readonly looksSwapped: boolean;
}

/** The filled cells of a row by what their columns hold; without a column of names, its address. */
function cellsOf({ cells }: TableRow, headings: Table['headings'], matching: Matching): RowCells {
  const said: RowCells = Object.fromEntries(
    matching.flatMap((field, place) => {
      const cell = cells[place];
      if (!field || !cell) return [];
      return [[field, field === 'cost' ? costSaid(headings[place] ?? '', cell) : cell] as const];
    }),
  );
  const address = said.line1 ?? said.address;
  return matching.includes('name') || !address ? said : { ...said, name: address };
}

interface Gathered {
  readonly reads: ReadRow[];
  readonly refused: RefusedRow[];
  readonly ids: Set<string>;
  readonly named: Map<string, HeldThing[]>;
}

function take({ reads, refused, ids, named }: Gathered, row: number, outcome: RowOutcome): void {
  if ('why' in outcome) refused.push({ row, why: outcome.why });
  else if (ids.has(outcome.thing.id)) refused.push({ row, why: 'twice' });
  else {
    ids.add(outcome.thing.id);
    reads.push(outcome);
    const { id, type, values } = outcome.thing;
    addNamed(named, { id, type, name: String(values['name'] ?? '') });
  }
}

function counted(fields: readonly TableField[]): TableThings['unread'] {
  const counts: Partial<Record<TableField, number>> = {};
  for (const field of fields) counts[field] = (counts[field] ?? 0) + 1;
  return counts;
}

/** What of a spreadsheet goes into the book, as what, and what does not and why. */
export function readTableThings(table: Table, how: TableReading): TableThings {
  const rows = table.rows.map((row, at) => ({
    row,
    at,
    cells: cellsOf(row, table.headings, how.matching),
  }));
  const gathered: Gathered = { reads: [], refused: [], ids: new Set(), named: new Map() };
  const named = how.matching.includes('name') ? rows.map(({ cells }) => cells) : [];
  const heldNamed = new Map<string, HeldThing[]>();
  for (const thing of how.held ?? []) addNamed(heldNamed, thing);
  const around = { ...how, lore: loreOf(named, how.guess), named: gathered.named, heldNamed };
  // What happens comes after those who hold it, wherever it stands in the list.
  const later = rows.filter(({ cells }) => isHappening(cells));
  const first = rows.filter(({ cells }) => !isHappening(cells));
  for (const { row, at, cells } of [...first, ...later]) {
    take(gathered, at, readRow(row, cells, around));
  }
  const { reads, refused } = gathered;
  return {
    things: reads.map(({ thing }) => thing),
    refused: refused.sort((a, b) => a.row - b.row),
    noSpot: reads.filter(({ hasSpot }) => !hasSpot).length,
    unread: counted(reads.flatMap(({ unread }) => unread)),
    cut: reads.reduce((sum, { cut }) => sum + cut, 0),
    looksSwapped: areSwapped(rows.map(({ cells }) => cells)),
  };
}

/** Things that others of a choice point at come with them, so that no tie hangs in the air. */
export function withThoseNamed(
  chosen: readonly FoundThing[],
  all: readonly FoundThing[],
): readonly FoundThing[] {
  const wanted = new Set(chosen.map(({ id }) => id));
  for (const { type, values } of chosen) {
    if (type !== 'activity') continue;
    const { organiser, placeId } = values as { organiser?: { id: string }; placeId?: string };
    if (organiser) wanted.add(organiser.id);
    if (placeId) wanted.add(placeId);
  }
  return all.filter(({ id }) => wanted.has(id));
}
