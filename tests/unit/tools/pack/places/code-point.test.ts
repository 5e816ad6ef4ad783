import { describe, expect, test } from 'vitest';
import type { Box } from '../../../../../tools/pack/box.ts';
import { readCodePoint } from '../../../../../tools/pack/places/code-point.ts';
import { fromNationalGrid } from '../../../../../tools/pack/places/national-grid.ts';
import { passingFile } from '../../../../support/made-up-extract.ts';

const box: Box = [1.6, 52.6, 1.8, 52.7];
const read = (text: string) => readCodePoint(passingFile('postcodes.csv', text), box);

/** Ordnance Survey's own worked example, "A guide to coordinate systems in Great Britain", C. */
const east = 651_409.903;
const north = 313_177.27;
const [lon, lat] = [1 + 42 / 60 + 57.8663 / 3600, 52 + 39 / 60 + 28.7232 / 3600];

test('the British grid is right to some metres', () => {
  const [x, y] = fromNationalGrid(east, north);
  expect(Math.abs(x - lon) * 67_000).toBeLessThan(6);
  expect(Math.abs(y - lat) * 111_000).toBeLessThan(6);
});

describe('postcodes of the box are found in', () => {
  test('Code-Point Open as it is given out', async () => {
    const rows = [
      `"ZZ9 9AA",10,${Math.round(east)},${Math.round(north)},"E92000001","E1","E2","","E3","E4"`,
      '"ZZ9 9AB",10,300000,200000,"E92000001","E1","E2","","E3","E4"',
      '"ZZ9 9AC",90,0,0,"E92000001","","","","",""',
    ];
    const found = await read(rows.join('\r\n'));
    expect(found).toHaveLength(1);
    expect(found[0]?.[0]).toBe('ZZ9 9AA');
    expect(Math.abs((found[0]?.[1] ?? 0) / 1e6 - lon)).toBeLessThan(0.0001);
    expect(Math.abs((found[0]?.[2] ?? 0) / 1e6 - lat)).toBeLessThan(0.0001);
  });

  test.each([
    [
      'degrees',
      `\ufeffpostcode,lon,lat,positional_quality\nzz99aa,${lon},${lat},10\nZZ9 9AB,0,0,90`,
    ],
    ['degrees in another order', `Latitude,Longitude,PCDS\n${lat},${lon},"ZZ9 9AA"`],
    ['metres with headings', `Postcode,Eastings,Northings\nZZ9 9AA,${east},${north}`],
    ['rows of unequal length', `postcode,lon,lat\nZZ9 9AA,${lon},${lat},more,and more\nrubbish`],
  ])('%s', async (_, text) => {
    const found = await read(text);
    expect(found.map(([code]) => code)).toEqual(['ZZ9 9AA']);
    expect((found[0]?.[1] ?? 0) / 1e6).toBeCloseTo(lon, 3);
  });
});

describe('refused in one sentence', () => {
  test.each([
    ['another table', 'name,street\nA,B'],
    ['a row without an end', `postcode,lon,lat\n"${'x'.repeat(100_000)}`],
  ])('%s', async (_, text) => {
    await expect(read(text)).rejects.toThrow('cannot be read as postcodes');
  });

  test('a file that is not there', async () => {
    await expect(readCodePoint('/nowhere/a.csv', box)).rejects.toThrow(
      'cannot be read as postcodes',
    );
  });
});
