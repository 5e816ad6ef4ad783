import { expect, it } from 'vitest';
import { isNoText, isTable, tooBigFor } from '#formats/file-kind.ts';

it.each([
  ['halls.csv', '', true],
  ['HALLS.CSV', 'application/vnd.ms-excel', true],
  ['halls.tsv', '', true],
  ['halls.txt', 'text/plain', true],
  ['1000012345', 'text/comma-separated-values', true],
  ['map.geojson', 'text/csv', false],
  ['copy.json', 'application/json', false],
  ['', '', false],
])('%s of the type “%s” is a table: %s', (name, type, isOne) => {
  expect(isTable({ name, type, size: 1 })).toBe(isOne);
});

it.each(['halls.xlsx', 'halls.XLS', 'halls.ods', 'halls.numbers'])('%s is no text', (name) => {
  expect(isNoText({ name, size: 1 })).toEqual({ kind: 'file-spreadsheet' });
  expect(isNoText({ name: `${name}.csv`, size: 1 })).toBeUndefined();
});

it('a table may be 5 MB, a map 30', () => {
  const table = { name: 'halls.csv', size: 5_000_000 };
  expect(tooBigFor(table)).toBeUndefined();
  expect(tooBigFor({ ...table, size: 5_000_001 })).toEqual({
    kind: 'table-too-big',
    detail: { megabytes: 6, most: 5 },
  });
  expect(tooBigFor({ name: 'map.geojson', size: 5_000_001 })).toBeUndefined();
  expect(tooBigFor({ size: 30_000_001 })).toMatchObject({ kind: 'file-too-big' });
});
