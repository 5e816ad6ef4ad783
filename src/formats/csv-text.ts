import Papa from 'papaparse';
import { cutText } from '#base/cut-text.ts';
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
const absent = /^(?:NA|NULL|n\/a|-|#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!))$/i;

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

const titleLinesMost = 10;

/** Lines such as "Community buildings, March 2023" above the headings. */
function withoutTitles(rows: readonly string[][]): readonly string[][] {
  const isWide = (row: readonly string[]) => filledCells(row) > 1;
  // A list of one column, where one cell holds a comma, has no titles.
  if (rows.filter(isWide).length * 2 < rows.length) return rows;
  const start = rows.slice(0, titleLinesMost + 1).findIndex(isWide);
  return start > 0 ? rows.slice(start) : rows;
}

/** The words above each column, told apart: `Name`, `Name (2)`. */
function headingsFrom(first: readonly string[]): string[] {
  const taken = new Set<string>();
  return first.map((said) => {
    const heading = cutText(said.replace(/\s+/g, ' '), 100);
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

/** Blank rows are left out of the guess and kept in the rows, so that each row has its number. */
function delimiterOf(body: string): string {
  const { meta } = Papa.parse(body, {
    delimitersToGuess: delimiters,
    skipEmptyLines: 'greedy',
    preview: 1,
  });
  return meta.delimiter;
}

/** A mark left open takes in all rows up to the next: one cell with marks and lines inside. */
const swallowsRows = (row: readonly string[] = []): boolean =>
  row.some((cell) => /"/.test(cell) && /[\r\n]/.test(cell));

function parted(text: string): Result<string[][], Failure<'table-open-quote'>> {
  const { body, delimiter } = ordered(text);
  const { data, errors } = Papa.parse<string[]>(body, {
    delimiter: delimiter || delimiterOf(body),
  });
  const open = errors.find(
    ({ code, row = 0 }) =>
      code === 'MissingQuotes' || (code === 'InvalidQuotes' && swallowsRows(data[row])),
  );
  if (!open) return ok(data.filter((row) => row.some((cell) => cell.trim() !== '')));
  const before = text.slice(0, text.length - body.length + (open.index ?? 0));
  return fail('table-open-quote', { line: before.split(/\r\n?|\n/).length });
}

/** Stops counting where it is enough to know. */
function isMoreThan(most: number, sign: string, text: string): boolean {
  let at = -1;
  for (let found = 0; found <= most; found += 1) {
    at = text.indexOf(sign, at + 1);
    if (at < 0) return false;
  }
  return true;
}

const hasTooManyLines = (text: string): boolean =>
  ['\n', '\r'].some((end) => isMoreThan(linesMost, end, text));

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
    return tidied(cutText(said, cellMost));
  };
  const rows = withoutTitles(raw.value.map((row) => row.slice(0, columnsMost + 1).map(cell)));
  // Spreadsheets write hundreds of empty columns at the right.
  const width = rows.reduce((most, row) => Math.max(most, row.findLastIndex(Boolean) + 1), 0);
  const first = (rows[0] ?? []).slice(0, width);
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
