import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { importedId } from '#domain/import-batch/imported-id.ts';
import { parseRecord } from '#domain/record/record.ts';
import { readGeoJson } from '#formats/geojson.ts';
import { looksSwapped } from '#formats/geojson-swapped.ts';
import { readThings, withType } from '#formats/geojson-things.ts';

const folder = new URL('../../fixtures/import/', import.meta.url);
const fixture = (name: string): unknown => JSON.parse(readFileSync(new URL(name, folder), 'utf8'));

const fileOf = (json: unknown) => {
  const file = readGeoJson(json);
  if (!file.ok) throw new Error(file.error.kind);
  return file.value;
};
const now = '2026-11-22T10:00:00Z';
const read = (json: unknown, swapped = false) => readThings(fileOf(json), { swapped, now });
const madeUp = read(fixture('made-up-osm.geojson'));
const named = (name: string) => madeUp.things.find(({ values }) => values['name'] === name);
const of = (properties: object, more: object = {}) =>
  read({
    type: 'Feature',
    properties,
    geometry: { type: 'Point', coordinates: [-2.9, 51.5] },
    ...more,
  });
const only = (properties: object, more?: object) => of(properties, more).things[0];

describe('OpenStreetMap objects', () => {
  it('become whole records', () => {
    const library = named('Rivermouth Library');
    expect(library).toMatchObject({
      id: importedId('osm:node/101'),
      type: 'organisation',
      assetType: 'inst.library',
      values: {
        status: 'unconfirmed',
        address: { line1: '3 Mill Lane', town: 'Rivermouth', postcode: 'ZZ1 1AA' },
        access: { wheelchair: 'yes' },
        facilities: ['wifi'],
        tags: ['llyfrgell aber'],
        contact: {
          phones: [{ number: '+441632960123' }, { number: '+441632960124' }],
          emails: ['books@example.org'],
          website: 'https://www.example.org/library',
          published: true,
          publishedWhere: 'OpenStreetMap',
        },
        location: {
          precision: 'exact',
          capturedBy: 'import',
          capturedAt: '2024-03-02T00:00:00Z',
          geometry: { type: 'Point', coordinates: [-2.9921, 51.5789] },
        },
        source: {
          kind: 'import-osm',
          externalId: 'osm:node/101',
          licence: 'ODbL-1.0',
          attribution: '© OpenStreetMap contributors',
          retrievedAt: now,
        },
      },
    });
    expect(library?.values['openingTimes']).toMatchObject([
      { byDay: ['MO', 'TU', 'WE', 'TH', 'FR'], startTime: '09:30', words: 'Mo-Fr 09:30-17:30' },
    ]);
  });

  it('fit the schema, every one', () => {
    const birth = { share: 'public', createdAt: now };
    for (const { id, type, values } of madeUp.things) {
      expect(parseRecord({ ...birth, ...values, id, type }), String(values['name'])).toMatchObject({
        ok: true,
      });
    }
  });

  it('keep their outline, their middle and which object they are', () => {
    expect(named('Tinplate Park')?.values).toMatchObject({
      osm: { type: 'way', id: 102, version: 7 },
      steward: 'Rivermouth Council',
      location: { geometry: { type: 'Polygon' }, labelPoint: [-2.99375, 51.578] },
    });
    expect(madeUp.outlinesLeftOut).toBe(1);
  });

  it('of culture that one can walk to are places', () => {
    expect(named('The Big Kettle')).toMatchObject({ type: 'place', assetType: 'cult.art' });
  });

  it('free of charge are free; HTML in a name is only letters', () => {
    expect(named("<b>Tom & Jo's</b> Café")?.values).toMatchObject({ cost: 'free' });
  });

  it('that nobody named are called by what they are and their street', () => {
    expect(named('Bench, Mill Lane')).toMatchObject({ everyday: true });
    expect(named('Bus stop')).toMatchObject({ everyday: true });
    expect(named('Allotments')).toMatchObject({ everyday: false });
  });

  it('are left out for a reason, shelters always', () => {
    expect(madeUp.leftOut).toEqual({ shelter: 2, private: 1, disused: 1, other: 1, twice: 1 });
    expect(of({ name: "Women's Aid" }).leftOut).toEqual({ shelter: 1 });
    expect(of({ Name: 'Rape Crisis Centre' }).leftOut).toEqual({ shelter: 1 });
  });

  it.each([
    ['its own id', {}, { id: 'way/7' }],
    ['a property', { osm_id: 'way/7' }, {}],
    ['as Overpass Turbo writes it', { '@id': 'way/7' }, {}],
    ['in two properties', { osm_type: 'way', osm_id: 7 }, {}],
    ['as an older tool writes it', { type: 'way', id: 7, tags: { leisure: 'park' } }, {}],
    ['as osmium writes it', {}, { id: 'w7' }],
  ])('are known by %s, and always as the same', (_, properties, more) => {
    const thing = only({ leisure: 'park', name: 'The Green', ...properties }, more);
    expect(thing).toMatchObject({ id: importedId('osm:way/7'), values: { osm: { id: 7 } } });
  });

  it('ask for a look at the type where the tags say too little', () => {
    expect(only({ osm_id: 'node/1', club: 'chess', name: 'Knights' })).toMatchObject({
      type: 'group',
      assetType: 'assoc.hobby',
      checkType: true,
    });
  });

  it('lose a fact that does not fit, and stay', () => {
    const thing = only({ osm_id: 'node/1', amenity: 'cafe', name: 'Tea', website: 'ftp://x.y' });
    expect(thing?.values['contact']).toBeUndefined();
    expect(thing?.values['name']).toBe('Tea');
  });
});

describe('maps that are not OpenStreetMap', () => {
  const plain = read(fixture('made-up-plain.geojson'));

  it('give named places, whichever way the name is written', () => {
    expect(plain.things.map(({ values }) => values['name'])).toEqual([
      'Kettle Corner',
      'Canal Steps',
      'Somewhere by the lock',
    ]);
    expect(plain.things[0]).toMatchObject({
      assetType: undefined,
      values: { source: { kind: 'import-geojson', licence: 'none-stated' } },
    });
    expect(plain.leftOut).toEqual({ 'no-name': 1, 'other-shape': 1 });
    expect(plain.otherShapes).toEqual(['GeometryCollection']);
    expect(plain.noSpot).toBe(1);
    expect(plain.fromOsm).toBe(false);
  });

  it('keep an id that is one, and give the same id to the same thing each time', () => {
    expect(plain.things[1]?.id).toBe('0198f3a0-0000-7000-8000-00000000aaaa');
    const again = read(fixture('made-up-plain.geojson'));
    expect(again.things.map(({ id }) => id)).toEqual(plain.things.map(({ id }) => id));
    expect(new Set(again.things.map(({ id }) => id)).size).toBe(3);
  });

  it('take the type a person chose, and the fields that kind has', () => {
    const [thing] = of({
      name: 'Knit and Natter',
      description: 'Wool',
      opening_hours: 'Tu 10:00-12:00',
    }).things;
    const group = thing && withType(thing, 'assoc.hobby');
    expect(group).toMatchObject({
      type: 'group',
      values: { assetType: 'assoc.hobby', purpose: 'Wool', meets: [{ startTime: '10:00' }] },
    });
    expect(group?.values['openingTimes']).toBeUndefined();
  });

  it('count what lies in another grid', () => {
    const grid = { geometry: { type: 'Point', coordinates: [331_000, 188_000] } };
    expect(of({ name: 'Corner' }, grid)).toMatchObject({ outOfRange: 1, noSpot: 1 });
  });
});

describe('latitude before longitude', () => {
  const swappedFile = (...pairs: number[][]) =>
    fileOf({
      type: 'FeatureCollection',
      features: pairs.map((coordinates) => ({
        type: 'Feature',
        properties: { name: 'Corner' },
        geometry: { type: 'Point', coordinates },
      })),
    });

  it('is seen where only so most lie in this country', () => {
    expect(looksSwapped(swappedFile([51.5, -2.9], [51.6, -3]).features)).toBe(true);
    expect(looksSwapped(swappedFile([-2.9, 51.5], [-3, 51.6]).features)).toBe(false);
    expect(looksSwapped(swappedFile([2.35, 48.85]).features)).toBe(false);
    expect(looksSwapped(swappedFile([51.5, -2.9], [-3, 51.6]).features)).toBe(false);
  });

  it('is put right when asked', () => {
    const { things } = readThings(swappedFile([51.5, -2.9]), { swapped: true, now });
    expect(things[0]?.values['location']).toMatchObject({
      geometry: { coordinates: [-2.9, 51.5] },
    });
  });
});

it('cuts no letter in half', () => {
  const thing = only({ name: `${'x'.repeat(119)}😀`, description: `${'y'.repeat(499)}😀` });
  expect(thing?.values).toMatchObject({ name: 'x'.repeat(119), summary: 'y'.repeat(499) });
});
