import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { parseRecord } from '#domain/record/record.ts';
import { withThoseNamed } from '#formats/csv-things.ts';
import { readFile } from '#formats/read-file.ts';
import { runs } from '../../support/runs.ts';
import { now, of, things, valuesOf } from './read-csv.ts';

const fixture = new URL('../../fixtures/import/made-up-council.csv', import.meta.url);
const council = await readFile(
  new File([new Uint8Array(readFileSync(fixture))], 'made-up-council.csv'),
);
if (!council.ok || council.value.what !== 'table') throw new Error(JSON.stringify(council));
const { letters, table } = council.value;
const found = things(table);
const named = (name: string) => found.things.find(({ values }) => values['name'] === name);

describe('a council’s list with all its troubles', () => {
  it('is read in its old letters, past its title, with its headings told apart', () => {
    expect(letters).toBe('latin-1');
    expect(table.headings.slice(0, 4)).toEqual(['Asset Name', 'Asset Type', 'Notes', 'Notes (2)']);
    expect(table.rows).toHaveLength(12);
  });

  it('comes in row by row, each that stays out with why', () => {
    expect(found.things.map(({ values }) => values['name'])).toEqual([
      'Rivermouth Community Centre',
      'Tinplate Park',
      "St Añora's Hall",
      '=HYPERLINK("http://evil.example","Prize")',
      'Rivermouth Rowers',
      'The Big Kettle',
      'Somewhere by the lock',
    ]);
    expect(found.refused).toEqual([
      { row: 6, why: 'shelter' },
      { row: 7, why: 'no-name' },
      { row: 8, why: 'twice' },
      { row: 10, why: 'too-many-cells' },
      { row: 11, why: 'people' },
    ]);
    expect(found.noSpot).toBe(3);
    expect(found.unread).toMatchObject({ email: 1, postcode: 1, easting: 2 });
  });

  it('finds types by the words of the list, and asks for a look where it only guessed', () => {
    expect(found.things.map(({ type, assetType }) => [type, assetType])).toEqual([
      ['place', 'place.hall'],
      ['place', 'place.park'],
      ['place', 'place.hall'],
      ['place', 'place.bench'],
      ['group', 'assoc.sport'],
      ['exchange', 'exch.cafe'],
      ['place', undefined],
    ]);
  });

  it('keeps facts in the form of the book', () => {
    expect(named('Rivermouth Community Centre')?.values).toMatchObject({
      summary: 'Two halls and a kitchen. Café on Fridays.',
      address: {
        line1: '1 Quay Road',
        line2: 'Rivermouth',
        postcode: 'ZZ1 1AA',
        uprn: '1000000001',
      },
      contact: {
        phones: [{ number: '+441632960001' }],
        emails: ['hall@rivermouth.example'],
        website: 'https://www.rivermouth.example',
      },
      openingTimes: [{ startTime: '09:00', endTime: '17:00' }],
      access: { wheelchair: 'yes' },
      status: 'unconfirmed',
      source: { kind: 'import-csv', licence: 'none-stated', retrievedAt: now },
    });
    expect(named("St Añora's Hall")?.values).toMatchObject({
      openingTimes: [{ words: 'every 2nd Sunday of the month' }],
      contact: { phones: [{ number: '+441632960002' }] },
    });
  });

  it('puts grid metres on the map', () => {
    const { location } = named('Tinplate Park')?.values ?? {};
    const [lon = 0, lat = 0] = (location as { geometry: { coordinates: number[] } }).geometry
      .coordinates;
    expect(lon).toBeCloseTo(-2.992, 2);
    expect(lat).toBeCloseTo(51.59, 2);
  });

  it('passes the one door of all records', () => {
    for (const { id, type, assetType, values } of found.things) {
      const born = { share: 'public', createdAt: now, ...values, id, type };
      expect(parseRecord({ assetType: assetType ?? 'place.square', ...born }).ok, id).toBe(true);
    }
  });
});

describe('where things are', () => {
  const pointOf = (values: JsonObject) =>
    (values['location'] as { geometry: { coordinates: number[] } } | undefined)?.geometry
      .coordinates;

  it('is read from degrees, also with commas, and from metres under any heading', () => {
    expect(pointOf(valuesOf('Name,Lat,Lon\nHall,51.5812,-2.9912\n'))).toEqual([-2.9912, 51.5812]);
    expect(pointOf(valuesOf('Name;Lat;Lon\nHall;51,5812;-2,9912\n'))).toEqual([-2.9912, 51.5812]);
    const grid = pointOf(valuesOf('Name,Longitude,Latitude\nHall,331000,188000\n'));
    expect(grid?.[1]).toBeCloseTo(51.586, 2);
  });

  it('is read from metres with commas between the thousands', () => {
    const grid = 'Name;Easting;Northing\nHall;331,000;188,000\nPark;331,250.5;188,100\n';
    expect(pointOf(valuesOf(grid))?.[1]).toBeCloseTo(51.586, 2);
    const wrongHeading = 'Name;Lon;Lat\nHall;331,000;188,000\n';
    expect(pointOf(valuesOf(wrongHeading))?.[1]).toBeCloseTo(51.586, 2);
    expect(pointOf(valuesOf('Name;Lat;Lon\nHall;51,587;-2,991\n'))).toEqual([-2.991, 51.587]);
  });

  it('does not take kilometres or counts for metres', () => {
    const matching = ['name', 'easting', 'northing'] as const;
    expect(of('Name,E,N\nHall,331.2,188.4\n', { matching })).toMatchObject({
      noSpot: 1,
      unread: { easting: 1 },
    });
  });

  it('is kept no finer than it may be shown', () => {
    const text = 'name,lat,lon,precision\nHall,51.587654,-2.991234,street\nInn,51.5,-2.9,rough\n';
    const [hall, inn] = of(text).things;
    expect(pointOf(hall?.values ?? {})).toEqual([-2.991, 51.588]);
    expect(inn?.values['location']).toMatchObject({ precision: 'street' });
    const placeOf = () => ({ lon: -2.991234, lat: 51.587654 });
    expect(pointOf(valuesOf('Name,Address\nHall,1 Road\n', { placeOf }))).toEqual([-2.991, 51.588]);
  });

  it('is seen to be swapped, and put right when asked', () => {
    const text = 'Name,Lat,Lon\nHall,-2.9912,51.5812\nPark,-2.9,51.5\n';
    expect(of(text).looksSwapped).toBe(true);
    expect(pointOf(valuesOf(text, { swapped: true }))).toEqual([-2.9912, 51.5812]);
    expect(of('Name,Lat,Lon\nHall,51.5,-2.9\n').looksSwapped).toBe(false);
  });

  it('stays open where the numbers are of no grid we know, and says so', () => {
    const webMercator = of('Name,X,Y\nHall,-333000,6720000\n', {
      matching: ['name', 'easting', 'northing'],
    });
    expect(webMercator).toMatchObject({ noSpot: 1, unread: { easting: 1 } });
    expect(of('Name,Lat,Lon\nHall,0,0\n')).toMatchObject({ noSpot: 1, unread: { lat: 1 } });
  });

  it('is asked of whoever knows postcodes, and then is only as exact as a street', () => {
    const known: Record<string, { lon: number; lat: number }> = {
      'ZZ1 1AA': { lon: -2.99, lat: 51.58 },
    };
    const text = 'Name,Address,Postcode\nHall,1 Road,zz11aa\nPark,2 Road,ZZ1 1AB\nInn,3 Road,\n';
    const asked: unknown[] = [];
    const read = of(text, {
      placeOf: (what) => {
        asked.push(what);
        return known[what.postcode ?? ''];
      },
    });
    expect(read.noSpot).toBe(2);
    expect(read.things[0]?.values['location']).toMatchObject({
      precision: 'street',
      capturedBy: 'geocode',
      geometry: { coordinates: [-2.99, 51.58] },
    });
    expect(asked).toContainEqual({ postcode: undefined, address: '3 Road' });
    expect(of(text).noSpot).toBe(3);
  });

  it('keeps what a list of our own has hidden', () => {
    const text =
      'name,lat,lon,precision,share\nHall,51.5,-2.9,none,team\nPark,51.5,-2.9,street,me\n';
    const [hall, park] = of(text).things;
    expect(hall?.values['location']).toMatchObject({ precision: 'none' });
    expect(hall?.values['location']).not.toHaveProperty('geometry');
    expect(hall?.values['share']).toBe('team');
    expect(of(text).noSpot).toBe(0);
    expect(park?.values).toMatchObject({ share: 'team', location: { precision: 'street' } });
  });

  it('finds the postcode at the end of an address', () => {
    expect(valuesOf('Name,Address\nHall,"12, High Road, Upper End, Pill ZZ1 1AA"\n')).toMatchObject(
      {
        address: { line1: '12 High Road', line2: 'Upper End, Pill', postcode: 'ZZ1 1AA' },
      },
    );
  });
});

describe('what things are', () => {
  it('is told by a kind, narrowed by a type, or said once for all', () => {
    const text = 'name,kind,assetType\nHall Folk,group,\nTuesday Knitters,Groups,\nQwerty,,\n';
    const read = of(text);
    expect(read.things.map(({ type, checkType }) => [type, checkType])).toEqual([
      ['group', true],
      ['group', true],
      ['place', false],
    ]);
    expect(read.things[2]?.assetType).toBeUndefined();
    const chosen = of(text, { plainType: 'exch.shop' }).things[2];
    expect(chosen).toMatchObject({ type: 'exchange', values: { assetType: 'exch.shop' } });
    expect(chosen?.id).toBe(read.things[2]?.id);
  });

  it('takes ids of types as they are, also a register’s own', () => {
    const text = 'name,assetType\nHall,place.hall\nWarm Den,local.pill.warm-den\n';
    expect(of(text).things.map(({ assetType }) => assetType)).toEqual([
      'place.hall',
      'local.pill.warm-den',
    ]);
  });

  it('is told by the most of a list where names sound like something else', () => {
    const names = [
      'Top Choir',
      'Hill Choir',
      'Quay Choir',
      'Lane Choir',
      'Forest Hill',
      'Low Park',
    ];
    const read = of(`Name,Town\n${names.map((name) => `${name},Pill`).join('\n')}\n`);
    expect(read.things.map(({ assetType }) => assetType)).toEqual([
      ...['assoc.arts', 'assoc.arts', 'assoc.arts', 'assoc.arts'],
      ...[undefined, undefined],
    ]);
    const few = of('Name,Town\nTop Choir,Pill\nLow Park,Pill\n');
    expect(few.things.map(({ assetType }) => assetType)).toEqual(['assoc.arts', 'place.park']);
  });

  it.each([
    ['Harbour Refuge', '', 'shelter'],
    ['Quay Night Shelter', 'Group', 'shelter'],
    ['Rivermouth House', 'Refuge for women', 'shelter'],
    ['Marsh Refuge', 'Nature reserve', undefined],
    ['Bus shelter', 'Stop', undefined],
  ])('never tells where people are safe: %s, %s', (name, said, refused) => {
    expect(of(`Name,Type,Town\n${name},${said},Pill\n`).refused[0]?.why).toBe(refused);
  });

  it('does not take a car park for a park', () => {
    expect(of('Name,Type\nTop Street,Car Parks\n').things[0]?.assetType).toBeUndefined();
  });

  it('ties what happens to who runs it and where, in any order', () => {
    const text =
      'name,kind,meets,organiser,venue\nSing,activity,Tue 7pm,The Choir,Hall\nThe Choir,group,,,\nHall,place,,,\nLost,event,Mon,Nobody,\nNever,event,,The Choir,\nHelp,service,,The Choir,\n';
    const read = of(text);
    const [choir, hall, sing, help] = read.things;
    expect(sing).toMatchObject({
      type: 'activity',
      values: {
        title: 'Sing',
        organiser: { type: 'group', id: choir?.id },
        placeId: hall?.id,
        schedules: [{ words: 'Tue 7pm' }],
      },
    });
    expect(help).toMatchObject({ values: { kind: 'service', placeToBeConfirmed: true } });
    expect(read.refused).toEqual([
      { row: 3, why: 'no-organiser' },
      { row: 4, why: 'no-time' },
    ]);
    const along = withThoseNamed(sing ? [sing] : [], read.things);
    expect(along.map(({ id }) => id)).toEqual([choir?.id, hall?.id, sing?.id]);
  });
});

it('what is too long for its place is cut between letters, and told', () => {
  const long = `${'x'.repeat(499)}😀 and more`;
  const read = of(`Name,Type,Notes\n${'y'.repeat(119)}😀,Hall,${long}\nPark,Park,short\n`);
  expect(read.things[0]?.values).toMatchObject({
    name: 'y'.repeat(119),
    summary: 'x'.repeat(499),
  });
  expect(read.cut).toBe(2);
});

describe('ids', () => {
  it('are the list’s own where they are ids, and the same each time where they are not', () => {
    const id = '0198f3a0-0000-7000-8000-00000000aaaa';
    expect(of(`id,name\n${id.toUpperCase()},Hall\n`).things[0]?.id).toBe(id);
    const first = of('Ref,Name,Address\nA1,Hall,1 Road\n').things[0];
    const moved = of('Ref,Name,Address\nA1,Hall,2 Road\n').things[0];
    const other = of('Ref,Name,Address\nA1,Park,1 Road\n').things[0];
    expect(moved?.id).toBe(first?.id);
    expect(other?.id).not.toBe(first?.id);
    expect(first?.values['source']).toMatchObject({ externalId: 'A1' });
  });
});

it('any cells under any columns make good records or a reason', () => {
  const cell = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.constantFrom('51.5', '-2.9', '331000', 'ZZ1 1AA', '£2', 'free', '18', 'Welsh|Polish', 'yes'),
    fc.constantFrom('group', 'activity', 'place.hall', 'x'.repeat(1_990), '__proto__', '=1'),
  );
  const matching = [
    ...(['name', 'kind', 'assetType', 'summary', 'line1', 'postcode', 'lat', 'lon'] as const),
    ...(['openingWords', 'cost', 'youngest', 'oldest', 'languages', 'wheelchair'] as const),
    ...(['website', 'email', 'phone', 'tags', 'uprn', 'licence', 'organiser'] as const),
  ];
  const row = fc.array(cell, { minLength: matching.length, maxLength: matching.length });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
      const made = {
        headings: matching.map(String),
        rows: rows.map((cells) => ({ cells, isTooLong: false })),
        cutCells: 0,
      };
      const read = things(made, { matching });
      expect(read.things.length + read.refused.length).toBe(rows.length);
      for (const { id, type, values } of read.things) {
        expect(parseRecord({ share: 'public', createdAt: now, ...values, id, type }).ok).toBe(true);
      }
    }),
    runs(500),
  );
});
