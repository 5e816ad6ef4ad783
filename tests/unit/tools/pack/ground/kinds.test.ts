import { describe, expect, test } from 'vitest';
import { areaLook, coversGround, isArea } from '../../../../../tools/pack/ground/area-kinds.ts';
import { lineLook } from '../../../../../tools/pack/ground/line-kinds.ts';
import { placeLook } from '../../../../../tools/pack/ground/place-kinds.ts';

const tags = (text: string) =>
  new Map(
    text
      .split(', ')
      .filter(Boolean)
      .map((pair): [string, string] => {
        const [key = '', value = ''] = pair.split('=');
        return [key, value];
      }),
  );

describe('areas', () => {
  test.each([
    ['leisure=park, name=Linnet Park, name:cy=Parc', 'landuse', 'park'],
    ['natural=water, water=pond', 'water', 'water'],
    ['landuse=basin', 'water', 'basin'],
    ['amenity=grave_yard', 'landuse', 'cemetery'],
    ['building=yes, amenity=school', 'buildings', 'building'],
    ['building=no, amenity=school', 'landuse', 'school'],
    ['building:part=yes', 'buildings', 'building_part'],
    ['highway=pedestrian, area=yes', 'landuse', 'pedestrian'],
    ['aeroway=aerodrome', 'landuse', 'aerodrome'],
    ['barrier=fence, landuse=meadow', 'landuse', 'meadow'],
  ])('%s is in %s as %s', (text, layer, kind) => {
    expect(areaLook(tags(text))).toMatchObject({ layer, properties: { kind } });
    expect(isArea(tags(text))).toBe(true);
  });

  test('keep their names in all languages', () => {
    const { properties } =
      areaLook(tags('leisure=park, name=A, name:cy=B, name:pronunciation=C')) ?? {};
    expect(properties).toEqual({ kind: 'park', name: 'A', 'name:cy': 'B' });
  });

  test.each([
    'highway=pedestrian',
    'leisure=park, area=no',
    'natural=coastline',
    'barrier=hedge',
    'shop=bakery',
    '',
    'landuse=constructor',
  ])('"%s" is none', (text) => {
    expect(isArea(tags(text))).toBe(false);
  });

  test('woods and coasts may reach in from far, houses not', () => {
    expect(
      ['natural=wood', 'natural=coastline', 'building=yes'].map((t) => coversGround(tags(t))),
    ).toEqual([true, true, false]);
  });
});

describe('lines', () => {
  test.each([
    ['highway=motorway', { kind: 'highway', kind_detail: 'motorway' }],
    ['highway=trunk_link', { kind: 'major_road', kind_detail: 'trunk', is_link: true }],
    ['highway=residential, oneway=yes', { kind: 'minor_road', oneway: 'yes' }],
    [
      'highway=service, service=alley',
      { kind: 'minor_road', kind_detail: 'service', service: 'alley' },
    ],
    ['highway=footway, bridge=yes', { kind: 'path', kind_detail: 'footway', is_bridge: true }],
    ['highway=steps, tunnel=yes', { kind: 'path', is_tunnel: true }],
    ['railway=rail', { kind: 'rail' }],
    ['man_made=pier', { kind: 'path', kind_detail: 'pier' }],
    ['aeroway=taxiway', { kind: 'aeroway', kind_detail: 'taxiway' }],
    ['waterway=stream, name=Nant Teg', { kind: 'stream', name: 'Nant Teg' }],
  ])('%s', (text, properties) => {
    expect(lineLook(tags(text))?.properties).toMatchObject(properties);
  });

  test.each([
    'highway=construction',
    'highway=toString',
    'railway=abandoned',
    'waterway=river, tunnel=yes',
    'natural=tree_row',
    '',
  ])('"%s" is not drawn', (text) => {
    expect(lineLook(tags(text))).toBeUndefined();
  });
});

test('towns and quarters have their name, how large they are and the zoom they appear at', () => {
  expect(placeLook(tags('place=city, name=Newport, name:cy=Casnewydd, population=145700'))).toEqual(
    {
      layer: 'places',
      minZoom: 4,
      properties: {
        kind: 'locality',
        kind_detail: 'city',
        min_zoom: 4,
        population: 145_700,
        population_rank: 8,
        name: 'Newport',
        'name:cy': 'Casnewydd',
      },
    },
  );
  expect(placeLook(tags('place=suburb, name=Pill'))?.properties['kind']).toBe('neighbourhood');
  expect(placeLook(tags('place=suburb'))).toBeUndefined();
  expect(placeLook(tags('place=constructor, name=X'))).toBeUndefined();
});
