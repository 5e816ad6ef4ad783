import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { CheckedFile, RefusedWords } from '#features/import/checked-file.ts';
import { fileReading } from '#features/import/file-reading.ts';
import { readTable } from '#formats/csv-text.ts';
import { englishTypeWords } from '../../../support/type-words.ts';

const fixture = new URL('../../../fixtures/import/made-up-council.csv', import.meta.url);
const council = new File([new Uint8Array(readFileSync(fixture))], 'made-up-council.csv');
const around = { now: '2026-11-22T10:00:00Z', registerId: 'here', typeWords: englishTypeWords };

async function opened(file: File, lent: Parameters<typeof fileReading>[0] = {}) {
  const reading = fileReading(lent);
  const checked = await reading.check(file, around);
  if (!checked.ok) throw new Error(checked.error.kind);
  return { reading, file: checked.value };
}
const csv = (text: string) => new File([text], 'list.csv');

const why = (said: string) => said;
const words: RefusedWords = {
  heading: 'Why',
  why: {
    people: why('people'),
    story: why('story'),
    shelter: why('shelter'),
    'no-name': why('no name'),
    twice: why('twice'),
    'too-many-cells': why('too many cells'),
    'no-organiser': why('no organiser'),
    'unsure-organiser': why('unsure organiser'),
    'no-time': why('no time'),
    unreadable: why('unreadable'),
  },
};
const fieldsOf = ({ table }: CheckedFile) => table?.columns.map(({ field }) => field);
const everyKey = ({ groups }: CheckedFile) => groups.map(({ key }) => key);

describe('a spreadsheet in the reader', () => {
  it('is told in columns and numbers, with its first things as they will look', async () => {
    const { file } = await opened(council);
    expect(file).toMatchObject({ from: 'import-csv', letters: 'latin-1', noSpot: 3 });
    expect(file.table).toMatchObject({ rows: 12, things: 7, refused: 5 });
    expect(file.table?.columns[4]).toEqual({
      place: 4,
      heading: 'Site Address',
      samples: ['1 Quay Road\nRivermouth', 'Tinplate Road, Rivermouth, ZZ1 1AB'],
      field: 'address',
    });
    expect(file.table?.shown.map(({ name, hasSpot }) => [name, hasSpot])).toEqual([
      ['Rivermouth Community Centre', true],
      ['Tinplate Park', true],
      ["St Añora's Hall", true],
    ]);
    expect(file.leftOut).toMatchObject({ shelter: 1, 'no-name': 1, twice: 1, people: 1 });
  });

  it('is read again when a person says what a column is', async () => {
    const { reading, file } = await opened(csv('Code,Called\nA1,Hall\nA2,Park\n'));
    expect(fieldsOf(file)).toEqual([undefined, undefined]);
    expect(file.table).toMatchObject({ things: 0, refused: 2 });
    const named = await reading.match(1, 'name');
    expect(named.table).toMatchObject({ things: 2, refused: 0 });
    expect(fieldsOf(await reading.match(0, 'name'))).toEqual(['name', undefined]);
  });

  it('lets addresses stand for names, and says so', async () => {
    const { file } = await opened(csv('Site Address,Town\n"1 High Road, Pill",Pill\n'));
    expect(file.table).toMatchObject({ isNamedByAddress: true, things: 1 });
  });

  it('gives refused rows back as they were, each with why', async () => {
    const { reading } = await opened(council);
    const again = readTable(await reading.refusedRows(words));
    if (!again.ok) throw new Error(again.error.kind);
    const { headings, rows } = again.value;
    expect(headings.at(-1)).toBe('Why');
    expect(rows.map(({ cells }) => [cells[0], cells.at(-1)])).toEqual([
      ["Harbour Women's Aid", 'shelter'],
      ['', 'no name'],
      ['Tinplate Park', 'twice'],
      ['Quay Store, with a comma', 'too many cells'],
      ['A neighbour', 'people'],
    ]);
    expect(rows[3]?.cells).toContain('two');
  });

  it('hands over what was chosen, under the type chosen for the rest', async () => {
    const { reading, file } = await opened(council);
    const choice = { keys: everyKey(file), skip: [], checkTag: 'check the type' };
    expect(await reading.choose({ ...choice, plainType: 'place.nature' })).toEqual({
      things: 7,
      photos: 0,
    });
    const things = await reading.things(0, 10);
    expect(things.at(-1)).toMatchObject({ type: 'place', values: { assetType: 'place.nature' } });
    const one = { ...choice, plainType: undefined, keys: ['place.park'] };
    expect(await reading.choose(one)).toEqual({ things: 1, photos: 0 });
  });

  it('places rows by the streets of a map pack: the house, else the postcode', async () => {
    const at = (lon: number, lat: number) => [Math.round(lon * 1e6), Math.round(lat * 1e6)];
    const table = {
      v: 1,
      streets: [{ names: { '': 'Alder Road' }, at: at(0, 0), box: [0, 0, 0, 0] }],
      groups: [{ street: 0, postcode: 'ZZ1 1AA', homes: [['3', ...at(-2.99, 51.58)]] }],
      postcodes: [['ZZ1 1AA', ...at(-2.98, 51.57)]],
    };
    const places = new Blob([Uint8Array.from(gzipSync(JSON.stringify(table)))]);
    const reading = fileReading();
    const rows = [
      'House,3 Alder Road,ZZ1 1AA',
      'Code,9 Elsewhere,ZZ1 1AA',
      'Other,3 Alder Road,ZZ9 9ZZ',
      'None,7 Alder Road,ZZ9 9ZZ',
    ];
    const file = csv(`Name,Address,Postcode\n${rows.join('\n')}\n`);
    const checked = await reading.check(file, { ...around, places });
    if (!checked.ok) throw new Error(checked.error.kind);
    expect(checked.value.noSpot).toBe(2);
    const keys = everyKey(checked.value);
    await reading.choose({ keys, skip: [], checkTag: 'x', plainType: 'place.hall' });
    const spots = (await reading.things(0, 10)).map(({ values }) => values['location']);
    expect(spots.filter(Boolean)).toMatchObject([
      { precision: 'street', geometry: { coordinates: [-2.99, 51.58] }, capturedBy: 'geocode' },
      { precision: 'street', geometry: { coordinates: [-2.98, 51.57] } },
    ]);
    const damaged = await reading.check(file, { ...around, places: new Blob(['no gzip']) });
    expect(damaged.ok && damaged.value.noSpot).toBe(4);
  });

  it('places no row in another street than its own', async () => {
    const at = (lon: number, lat: number) => [Math.round(lon * 1e6), Math.round(lat * 1e6)];
    const street = (name: string) => ({ names: { '': name }, at: at(0, 0), box: [0, 0, 0, 0] });
    const table = {
      v: 1,
      streets: [street('Park Avenue'), street('High Road'), street('High Road')],
      groups: [
        { street: 0, homes: [['1', ...at(-2.99, 51.58)]] },
        { street: 1, homes: [['7', ...at(-2.98, 51.57)]] },
        { street: 2, homes: [['7', ...at(-2.94, 51.53)]] },
      ],
      postcodes: [
        ['ZZ1 1AA', ...at(-2.99, 51.58)],
        ['ZZ1 1AB', ...at(-2.98, 51.571)],
      ],
    };
    const places = new Blob([Uint8Array.from(gzipSync(JSON.stringify(table)))]);
    const placed = async (row: string) => {
      const reading = fileReading();
      const file = csv(`Name,Address,Postcode\nHall,${row}\n`);
      const checked = await reading.check(file, { ...around, places });
      if (!checked.ok) throw new Error(checked.error.kind);
      const keys = everyKey(checked.value);
      await reading.choose({ keys, skip: [], checkTag: 'x', plainType: 'place.hall' });
      const [thing] = await reading.things(0, 1);
      return (thing?.values['location'] as { geometry: { coordinates: number[] } } | undefined)
        ?.geometry.coordinates;
    };
    expect(await placed('1 Park Ave,')).toEqual([-2.99, 51.58]);
    expect(await placed('"The Lodge\n1 Park Avenue, Pill",')).toEqual([-2.99, 51.58]);
    expect(await placed('1 Park,')).toBeUndefined();
    expect(await placed('7 High Road,')).toBeUndefined();
    expect(await placed('7 High Rd,ZZ1 1AB')).toEqual([-2.98, 51.57]);
    expect(await placed('1 Park Avenue,QQ9 9QQ')).toBeUndefined();
  });

  it('asks whoever knows postcodes', async () => {
    const placeOf = () => ({ lon: -2.99, lat: 51.58 });
    const { file } = await opened(csv('Name,Postcode\nHall,ZZ1 1AA\n'), { placeOf });
    expect(file.noSpot).toBe(0);
  });
});

describe('other files', () => {
  const failure = async (file: File) => {
    const checked = await fileReading().check(file, around);
    return checked.ok ? undefined : checked.error;
  };

  it.each([
    ['a workbook', new File(['PK'], 'halls.xlsx'), 'file-spreadsheet'],
    ['6 MB of rows', csv('x'.repeat(6_000_000)), 'table-too-big'],
    ['10,001 rows', csv(`Name\n${'Hall\n'.repeat(10_001)}`), 'table-too-many-rows'],
    ['nothing', csv(' \n'), 'file-empty'],
    ['a web page', csv('<!doctype html><html></html>'), 'file-web-page'],
    ['a picture', new File([new Uint8Array([137, 80, 0, 0])], 'a.csv'), 'file-not-text'],
  ])('are refused in words: %s', async (_, file, kind) => {
    expect(await failure(file)).toMatchObject({ kind });
  });

  it('called text may hold a map', async () => {
    const point = { type: 'Point', coordinates: [-2.99, 51.58] };
    const map = { type: 'Feature', properties: { name: 'Corner' }, geometry: point };
    const { file } = await opened(new File([JSON.stringify(map)], 'map.txt'));
    expect(file.from).toBe('import-geojson');
  });
});
