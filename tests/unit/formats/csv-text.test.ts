import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTable, rowsMost, type Table, writeTable } from '#formats/csv-text.ts';
import { runs } from '../../support/runs.ts';
import { words } from './error-words.ts';

const tableOf = (text: string): Table => {
  const table = readTable(text);
  if (!table.ok) throw new Error(table.error.kind);
  return table.value;
};
const cellsOf = (text: string) => tableOf(text).rows.map(({ cells }) => cells);

/** What a cell is once read: no space around, no controls, letters in one form. */
const clean = (said: string): string =>
  said
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\t\n]/gu, '')
    .trim();
const isAbsent = (said: string): boolean => /^(?:NA|n\/a|-|#.+[!?A])$/i.test(said);

const cell = fc
  .oneof(
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom(
      '=1+1',
      "'=1",
      "''@x",
      '+44 1632 960001',
      '-2.9',
      '@a',
      'a,b',
      'a;b\tc',
      '"x"',
      'two\nlines',
      "'",
    ),
  )
  .map(clean)
  .filter((said) => !isAbsent(said));

describe('a table written by us', () => {
  it('reads back as it was, whatever its cells hold', () => {
    const tables = fc
      .array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 1, maxLength: 6 })
      .map((rows) => rows.filter((row) => row.some(Boolean)))
      .filter((rows) => rows.length > 0);
    fc.assert(
      fc.property(tables, (rows) => {
        expect(cellsOf(writeTable([['A', 'B', 'C'], ...rows]))).toEqual(rows);
      }),
      runs(1000),
    );
  });

  it('holds nothing a spreadsheet would reckon, and opens with its letters right', () => {
    const text = writeTable([
      ['=cmd()', 'Ŵyn'],
      ['+1', '-1'],
      ['@x', '\tx'],
    ]);
    expect(text).toBe("\uFEFF'=cmd(),Ŵyn\r\n'+1,'-1\r\n'@x,'\tx\r\n");
  });
});

describe('a spreadsheet saved as text', () => {
  it.each([
    ['commas', 'Name,Town\nHall,Pill\n'],
    ['semicolons', 'Name;Town\r\nHall;Pill\r\n'],
    ['tabs', 'Name\tTown\nHall\tPill'],
    ['bars', 'Name|Town\nHall|Pill'],
    ['stars and spaces', 'Name* Town*\nHall* Pill*\n'],
    ['an order of Excel', 'sep=;\r\nName;Town\r\nHall;Pill\r\n'],
    ['a title above', '"Our halls, 2026",\n\nName,Town\nHall,Pill\n'],
    ['two titles above', 'Our halls\nMarch 2026,\nName,Town\nHall,Pill\n'],
    ['two titles and a blank row above', 'Our halls\n\nMarch 2026\n\nName,Town\nHall,Pill\n'],
    ['old ends of lines', 'Name,Town\rHall,Pill\r'],
  ])('is parted by %s', (_, text) => {
    const { headings, rows } = tableOf(text);
    expect(headings.slice(0, 2)).toEqual(['Name', 'Town']);
    expect(rows[0]?.cells.slice(0, 2)).toEqual(['Hall', 'Pill']);
    expect(rows).toHaveLength(1);
  });

  it('does not take the heading of a single column for a title', () => {
    const { headings, rows } = tableOf('Name\nPark, the big one\nHall\nInn\n');
    expect(headings).toEqual(['Name']);
    expect(rows.map(({ isTooLong }) => isTooLong)).toEqual([true, false, false]);
  });

  it('takes no notice of empty columns at its right, as spreadsheets write them', () => {
    const empty = ','.repeat(300);
    const { headings, rows } = tableOf(`Name,Town${empty}\nHall,Pill${empty}\n`);
    expect(headings).toEqual(['Name', 'Town']);
    expect(rows).toEqual([{ cells: ['Hall', 'Pill'], isTooLong: false }]);
  });

  it('never cuts a letter in half', () => {
    const table = tableOf(`Name,Notes\nHall,${'x'.repeat(1_999)}😀y\n`);
    expect(table.rows[0]?.cells[1]?.isWellFormed()).toBe(true);
    expect(tableOf(`${'x'.repeat(99)}😀,B\n1,2\n`).headings[0]?.isWellFormed()).toBe(true);
  });

  it('takes quotation marks that nobody doubled as they stand', () => {
    expect(cellsOf('A,B\n12" pipe,b\n"The "Old" Hall","1 Road\nPill"\n')).toEqual([
      ['12" pipe', 'b'],
      ['The "Old" Hall', '1 Road\nPill'],
    ]);
  });

  it('keeps lines, quotes and commas inside a cell', () => {
    expect(cellsOf('A,B\n"one\r\ntwo","say ""hi"", then"\n')).toEqual([
      ['one\ntwo', 'say "hi", then'],
    ]);
  });

  it('tells headings apart, and leaves out what says nothing', () => {
    const { headings } = tableOf('Name,name,Name,,Notes\na,b,c,d,e\n');
    expect(headings).toEqual(['Name', 'name (2)', 'Name (3)', '', 'Notes']);
    expect(cellsOf('A,B,C,D,E,F\nNA,N/A,-,NULL,n/a,#N/A\nx,,,,,\n')).toEqual([
      ['', '', '', '', '', ''],
      ['x', '', '', '', '', ''],
    ]);
  });

  it('takes one mark off what would be a formula, and reckons nothing', () => {
    expect(cellsOf(`A,B,C\n'=1+1,=HYPERLINK("x"),'plain\n`)).toEqual([
      ['=1+1', '=HYPERLINK("x")', "'plain"],
    ]);
  });

  it('begins with its first row where no headings stand', () => {
    const { headings, rows } = tableOf('Hall,NP20 2GA,51.5812\nPark,NP20 2GB,51.5816\n');
    expect(headings).toEqual(['', '', '']);
    expect(rows).toHaveLength(2);
  });

  it('says which rows hold more than the headings name, and loses nothing of them', () => {
    const { rows } = tableOf('Name,Town\nHall,Pill,,\nHall, with comma,Pill\n');
    expect(rows.map(({ isTooLong }) => isTooLong)).toEqual([false, true]);
    expect(rows[1]?.cells).toEqual(['Hall', 'with comma', 'Pill']);
  });

  it('cuts cells nobody wrote, and counts them', () => {
    const table = tableOf(`Name,Notes\nHall,${'x'.repeat(3_000)}\n`);
    expect(table.cutCells).toBe(1);
    expect(table.rows[0]?.cells[1]).toHaveLength(2_000);
  });
});

describe('what is too much or wrong', () => {
  const rowsOf = (count: number) => `Name,Town\n${'Hall,Pill\n'.repeat(count)}`;

  it('is refused by its rows: 10,000 come in, 10,001 do not', () => {
    expect(tableOf(rowsOf(rowsMost)).rows).toHaveLength(10_000);
    expect(readTable(rowsOf(10_001))).toMatchObject({
      error: { kind: 'table-too-many-rows', detail: { count: 10_001, most: 10_000 } },
    });
  });

  it.each([
    ['nothing below the headings', 'Name,Town\n', 'table-no-rows'],
    ['201 columns', `${'a,'.repeat(200)}a\n${'1,'.repeat(200)}1\n`, 'table-too-wide'],
    ['a quotation mark left open', 'Name,Town\nHall,"Pill\nPark,Pill\n', 'table-open-quote'],
    [
      'one left open and closed rows later',
      'A,B\nHall,"Pill\nPark,Pill\nThe "Inn",Pill\n',
      'table-open-quote',
    ],
    ['lines without end', 'a\n'.repeat(250_000), 'table-too-many-rows'],
    ['five million commas', ','.repeat(5_000_000), 'table-no-rows'],
    ['one line of a million columns', `x${',x'.repeat(1_000_000)}\n1\n`, 'table-too-wide'],
  ])('is told in words: %s', (_, text, kind) => {
    const table = readTable(text);
    expect(table).toMatchObject({ ok: false, error: { kind } });
    expect(words(kind)).toMatch(/\.$/);
  });

  it('is told by the line of the file it begins on', () => {
    const text = 'sep=,\nName,Town\n\n"Hall\nof Pill",Pill\nInn,"Pill\nPark,Pill\n';
    expect(readTable(text)).toMatchObject({
      error: { kind: 'table-open-quote', detail: { line: 6 } },
    });
  });

  it('is refused by lines that end in the old way, too', () => {
    expect(readTable('\r'.repeat(250_000))).toMatchObject({
      error: { kind: 'table-too-many-rows' },
    });
  });

  it('never throws, whatever stands in it', () => {
    const rubbish = fc.string({ unit: 'binary', maxLength: 300 });
    const near = fc.array(fc.constantFrom(...'",;\t\r\n|*\' =-aé\0'), { maxLength: 200 });
    fc.assert(
      fc.property(
        fc.oneof(
          rubbish,
          near.map((letters) => letters.join('')),
        ),
        (text) => {
          const table = readTable(text);
          expect(table.ok || words(table.error.kind)).toBeTruthy();
          const { headings, rows } = table.ok ? table.value : { headings: [], rows: [] };
          for (const { cells } of rows)
            expect(cells.length).toBeGreaterThanOrEqual(headings.length);
        },
      ),
      runs(2000),
    );
  });
});
