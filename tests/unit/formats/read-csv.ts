import { guessColumns } from '#formats/csv-columns.ts';
import { rememberedGuess } from '#formats/csv-kinds.ts';
import type { TableReading } from '#formats/csv-row.ts';
import { readTable, type Table } from '#formats/csv-text.ts';
import { readTableThings } from '#formats/csv-things.ts';
import { englishTypeWords } from '../../support/type-words.ts';

export const now = '2026-11-22T10:00:00Z';
const guess = rememberedGuess(englishTypeWords);

const tableOf = (text: string): Table => {
  const table = readTable(text);
  if (!table.ok) throw new Error(table.error.kind);
  return table.value;
};
/** What comes of a table, its columns guessed unless told. */
export const things = (table: Table, more: Partial<TableReading> = {}) =>
  readTableThings(table, { matching: guessColumns(table), swapped: false, now, guess, ...more });
export const of = (text: string, more?: Partial<TableReading>) => things(tableOf(text), more);
/** The facts of its first thing. */
export const valuesOf = (text: string, more?: Partial<TableReading>) =>
  of(text, more).things[0]?.values ?? {};
