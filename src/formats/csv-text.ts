import Papa from 'papaparse';
import { type Failure, fail, ok, type Result } from '#base/result.ts';
import { looksLikeValue } from './csv-looks.ts';

/** A spreadsheet as text; absent cells are ''. */
export interface Table {
  /** Each is there once; '' where nothing stands above a column. */
  readonly headings: readonly string[];
  readonly rows: readonly TableRow[];
  /** Cells that were too long to keep whole. */
  readonly cutCells: number;
}

export interface TableRow {
  /** One for each heading, and those beyond. */
  readonly cells: readonly string[];
  /** It holds more than the headings name: its cells may stand under the wrong ones. */
  readonly isTooLong: boolean;
}

export type TableFailure = Failure<
  'table-too-many-rows' | 'table-too-wide' | 'table-open-quote' | 'table-no-rows'
>;

/** What a phone takes at once; file-kind.ts has the bytes. */
export const rowsMost = 10_000;
const columnsMost = 200;
const cellMost = 2_000;
/** Cells may hold lines of their own; past this many nobody wrote them. */
const linesMost = 200_000;

/** What council officers, volunteers and their programs part cells with. */
const delimiters = [',', ';', '\t', '|', '*'];

/** Control characters but tab and line feed; a NUL ends a text in other programs. */
const unprintable = /[^\P{Cc}\t\n]/gu;
const formulaStart = /^'+(?=[=+\-@\t\n])/;
const absent = /^(?:NA|n\/a|-|#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!))$/i;

/** One quotation mark that keeps a spreadsheet from reckoning is no part of what was written. */
function tidied(said: string): string {
  const text = said
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(unprintable, '')
    .trim()
    .replace(formulaStart, (marks) => marks.slice(1));
  return absent.test(text) ? '' : text;
}

const filledCells = (cells: readonly string[]): number => cells.filter(Boolean).length;

/** A line such as "Community buildings, March 2023" above the headings. */
const isTitle = (row: readonly string[], next: readonly string[] | undefined): boolean =>
  filledCells(row) === 1 && next !== undefined && filledCells(next) > 1;

function withoutTitles(rows: readonly string[][]): readonly string[][] {
  let start = 0;
  while (isTitle(rows[start] ?? [], rows[start + 1])) start += 1;
  return rows.slice(start);
}

/** The words above each column, told apart: `Name`, `Name (2)`. */
function headingsFrom(first: readonly string[]): string[] {
  const taken = new Set<string>();
  return first.map((said) => {
    const heading = said.replace(/\s+/g, ' ').slice(0, 100);
    if (heading === '') return '';
    let own = heading;
    for (let nth = 2; taken.has(own.toLowerCase()); nth += 1) own = `${heading} (${nth})`;
    taken.add(own.toLowerCase());
    return own;
  });
}

/** Excel's own first line, `sep=;`, is an order and not a row. */
function ordered(text: string): { readonly body: string; readonly delimiter: string } {
  const order = /^sep=(.)\r?\n/i.exec(text);
  return order
    ? { body: text.slice(order[0].length), delimiter: order[1] ?? '' }
    : { body: text, delimiter: '' };
}

function parted(text: string): Result<string[][], Failure<'table-open-quote'>> {
  const { body, delimiter } = ordered(text);
  const { data, errors } = Papa.parse<string[]>(body, {
    delimiter,
    delimitersToGuess: delimiters,
    skipEmptyLines: 'greedy',
  });
  const open = errors.find(({ code }) => code === 'MissingQuotes');
  return open ? fail('table-open-quote', { line: (open.row ?? 0) + 1 }) : ok(data);
}

/** Stops counting where it is enough to know. */
function hasTooManyLines(text: string): boolean {
  let at = -1;
  for (let lines = 0; lines <= linesMost; lines += 1) {
    at = text.indexOf('\n', at + 1);
    if (at < 0) return false;
  }
  return true;
}

const tooManyRows = (count: number) => fail('table-too-many-rows', { count, most: rowsMost });

/** The rows of a spreadsheet saved as text, counted before any is looked at. */
export function readTable(text: string): Result<Table, TableFailure> {
  if (hasTooManyLines(text)) return tooManyRows(linesMost);
  const raw = parted(text);
  if (!raw.ok) return raw;
  const count = raw.value.length - 1;
  if (count > rowsMost) return tooManyRows(count);
  let cutCells = 0;
  const cell = (said: string): string => {
    if (said.length > cellMost) cutCells += 1;
    return tidied(said.slice(0, cellMost));
  };
  const rows = withoutTitles(raw.value.map((row) => row.slice(0, columnsMost + 1).map(cell)));
  const [first = []] = rows;
  if (first.length > columnsMost) return fail('table-too-wide', { most: columnsMost });
  const hasHeadings = !first.some(looksLikeValue);
  const headings = headingsFrom(hasHeadings ? first : first.map(() => ''));
  const body = hasHeadings ? rows.slice(1) : rows;
  if (body.length === 0) return fail('table-no-rows');
  return ok({ headings, rows: body.map((row) => toRow(row, headings.length)), cutCells });
}

function toRow(row: readonly string[], length: number): TableRow {
  const filled = row.findLastIndex(Boolean) + 1;
  const cells = Array.from({ length: Math.max(length, filled) }, (_, index) => row[index] ?? '');
  return { cells, isTooLong: filled > length };
}

/**
 * A table as CSV that every spreadsheet opens: UTF-8 with its mark, CRLF, quotes as RFC 4180 has
 * them. What a spreadsheet would reckon is given a leading `'`, which `readTable` takes off.
 */
export const writeTable = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${Papa.unparse(
    rows.map((row) => row.map((cell) => (/^'*[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell))),
    { newline: '\r\n' },
  )}\r\n`;
