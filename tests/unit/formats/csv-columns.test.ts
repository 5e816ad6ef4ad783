import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessColumns } from '#formats/csv-columns.ts';
import { isTableField, tableFields, withColumn } from '#formats/csv-fields.ts';
import { meaningsOf } from '#formats/csv-headings.ts';
import { readTable } from '#formats/csv-text.ts';
import { runs } from '../../support/runs.ts';

const guess = (text: string) => {
  const table = readTable(text);
  if (!table.ok) throw new Error(table.error.kind);
  return guessColumns(table.value);
};
const none = undefined;

describe('the columns of a list', () => {
  it('are known by our own headings', () => {
    const own =
      'id,type,kind,assetType,name,summary,address1,address2,town,county,postcode,lat,lon,precision,openingWords,meetsWords,cost,ages_min,ages_max,languages,website,email,phone,wheelchair,status,share,confirmedOn,licence,source';
    const filled: Record<string, string> = {
      postcode: 'ZZ1 1AA',
      email: 'a@b.example',
      lat: '51.5',
      lon: '-2.9',
    };
    const row = own.split(',').map((heading) => filled[heading] ?? heading);
    expect(guess(`${own}\n${row.join()}\n`)).toEqual([
      ...['id', none, 'kind', 'assetType', 'name', 'summary', 'line1', 'line2', 'town', 'county'],
      ...['postcode', 'lat', 'lon', 'precision', 'openingWords', 'meetsWords', 'cost', 'youngest'],
      ...['oldest', 'languages', 'website', 'email', 'phone', 'wheelchair', none, 'share', none],
      ...['licence', none],
    ]);
  });

  it('are known as councils write them', () => {
    const text =
      'Organisation Label,Asset Name,Type of Asset,Site Address,Post Code,GeoX,GeoY,Tel No.,E-mail\n' +
      'X,Hall,Hall,1 Road,ZZ1 1AA,331000,188000,01632 960001,a@b.example\n';
    expect(guess(text)).toEqual([
      ...[none, 'name', 'assetType', 'address', 'postcode', 'easting', 'northing', 'phone'],
      'email',
    ]);
  });

  it('are known in Welsh', () => {
    const text =
      'Enw,Categori,Disgrifiad,Cyfeiriad,Cod Post,Rhif Ffôn,E-bost,Gwefan,Lledred,Hydred\n' +
      'Neuadd,Neuadd,Da,1 Heol,ZZ1 1AA,01632 960001,a@b.example,www.b.example,51.5,-2.9\n';
    expect(guess(text)).toEqual([
      ...['name', 'assetType', 'summary', 'address', 'postcode', 'phone', 'email', 'website'],
      ...['lat', 'lon'],
    ]);
  });

  it('are known by what stands in them where no heading tells', () => {
    const text =
      'Name,c1,c2,c3,c4,c5,c6\nHall,ZZ1 1AA,a@b.example,01632 960001,https://b.example,51.581,-2.991\n';
    expect(guess(text)).toEqual(['name', 'postcode', 'email', 'phone', 'website', 'lat', 'lon']);
  });

  it('are not believed where their cells say otherwise', () => {
    expect(guess('Name,X,Y,Postcode\nHall,Y,N,soon\nPark,N,N,later\n')).toEqual([
      ...['name', none, none, none],
    ]);
    expect(guess('Name,Easting,Notes\nHall,331000,x\n')[1]).toBeUndefined();
  });

  it('do not take one owner of all rows for their names', () => {
    const rows = Array.from({ length: 10 }, (_, n) => `The Council,${n} High Road`).join('\n');
    expect(guess(`Organisation,Site Address\n${rows}\n`)).toEqual([none, 'address']);
  });

  it('hold each field once, whatever the headings', () => {
    const heading = fc.constantFrom(
      'Name',
      'Title',
      'Post code',
      'Address',
      'X',
      'Y',
      'lat',
      'Type',
      '?',
    );
    const value = fc.constantFrom('Hall', 'ZZ1 1AA', '51.5', '331000', '', 'a@b.example');
    const table = fc.array(fc.tuple(heading, value), { minLength: 2, maxLength: 12 });
    fc.assert(
      fc.property(table, (columns) => {
        const text = `${columns.map(([said]) => said).join()}\n${columns.map(([, said]) => said).join()}x\n`;
        const fields = guess(text).filter((field) => field !== undefined);
        expect(new Set(fields).size).toBe(fields.length);
        expect(fields.includes('lat')).toBe(fields.includes('lon'));
        expect(fields.includes('easting')).toBe(fields.includes('northing'));
      }),
      runs(500),
    );
  });
});

describe('a person who corrects them', () => {
  it('takes a field from the column that held it', () => {
    expect(withColumn(['name', undefined, 'town'], 1, 'name')).toEqual([none, 'name', 'town']);
    expect(withColumn(['name', 'county', 'town'], 2, undefined)).toEqual(['name', 'county', none]);
  });
});

it('every field is meant by some heading, and keys from a file find nothing else', () => {
  const plain = tableFields.filter(
    (field) => !meaningsOf(field).some((each) => each.field === field),
  );
  expect(plain).toEqual([]);
  expect(isTableField('name')).toBe(true);
  expect(isTableField('constructor')).toBe(false);
  expect(meaningsOf('constructor')).toEqual([]);
});
