import { booleanPointInPolygon } from '@turf/boolean-point-in-polygon';
import { point, polygon } from '@turf/helpers';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readGeometry } from '#formats/geojson-geometry.ts';

const read = (type: string, coordinates: unknown, swapped = false) =>
  readGeometry({ type, coordinates }, swapped);

const square = [
  [0, 0],
  [1, 0],
  [1, 1],
  [0, 1],
  [0, 0],
];

describe('a shape of a file', () => {
  it('is a point as it stands, rounded, without its height', () => {
    expect(read('Point', [-2.99123456789, 51.5, 12])).toEqual({
      shape: { geometry: { type: 'Point', coordinates: [-2.991235, 51.5] } },
    });
  });

  it('takes numbers written as words, but no other words', () => {
    expect(read('Point', ['-2.5', ' 51.5 '])).toMatchObject({
      shape: { geometry: { coordinates: [-2.5, 51.5] } },
    });
    expect(read('Point', ['', '51'])).toEqual({ why: 'unreadable' });
    expect(read('Point', ['0x10', '51'])).toEqual({ why: 'unreadable' });
  });

  it('changes latitude and longitude when told', () => {
    expect(read('Point', [51.5, -2.5], true)).toMatchObject({
      shape: { geometry: { coordinates: [-2.5, 51.5] } },
    });
  });

  it('tells apart what is off the earth and what is no shape', () => {
    expect(read('Point', [331_000, 188_000])).toEqual({ why: 'out-of-range' });
    expect(read('Point', [1])).toEqual({ why: 'unreadable' });
    expect(readGeometry(null, false)).toEqual({ why: 'none' });
    expect(read('GeometryCollection', [])).toEqual({
      why: 'other-shape',
      name: 'GeometryCollection',
    });
  });

  it('stands for a line by the point half-way along', () => {
    expect(
      read('LineString', [
        [0, 0],
        [0, 1],
        [0, 4],
      ]),
    ).toMatchObject({
      shape: { labelPoint: [0, 2] },
    });
  });

  it('closes an outline that was left open', () => {
    expect(read('Polygon', [square.slice(0, 4)])).toEqual({
      shape: { geometry: { type: 'Polygon', coordinates: [square] }, labelPoint: [0.5, 0.5] },
    });
  });

  it('keeps of many parts the point of the largest, of a single part its outline', () => {
    const far = square.map(([x = 0, y = 0]) => [x * 3 + 10, y * 3 + 10]);
    expect(read('MultiPolygon', [[square], [far]])).toEqual({
      shape: { geometry: { type: 'Point', coordinates: [11.5, 11.5] }, outlineLeftOut: true },
    });
    expect(read('MultiPolygon', [[square]])).toMatchObject({
      shape: { geometry: { type: 'Polygon' } },
    });
    expect(
      read('MultiPoint', [
        [0, 0],
        [9, 9],
        [10, 10],
      ]),
    ).toMatchObject({
      shape: { geometry: { type: 'Point', coordinates: [9, 9] } },
    });
    expect(
      read('MultiLineString', [
        [
          [0, 0],
          [1, 0],
        ],
        [
          [5, 0],
          [9, 0],
        ],
      ]),
    ).toMatchObject({
      shape: { geometry: { type: 'Point', coordinates: [7, 0] } },
    });
  });

  it('with more corners than a record can hold is a point', () => {
    const round = Array.from({ length: 1500 }, (_, at) => [
      Math.cos((at / 1500) * 2 * Math.PI),
      Math.sin((at / 1500) * 2 * Math.PI),
    ]);
    expect(read('Polygon', [round])).toMatchObject({
      shape: { geometry: { type: 'Point' }, outlineLeftOut: true },
    });
  });

  it('half of which cannot be read is no shape', () => {
    expect(
      read('LineString', [
        [0, 0],
        ['x', 1],
        [2, 2],
      ]),
    ).toEqual({ why: 'unreadable' });
  });

  it('has its label inside, whatever its outline and holes', () => {
    const star = fc
      .array(fc.double({ min: 0.2, max: 1, noNaN: true }), { minLength: 3, maxLength: 24 })
      .map((radii) => {
        const ring = radii.map((radius, at) => {
          const angle = (at / radii.length) * 2 * Math.PI;
          return [-3 + radius * Math.cos(angle), 51 + radius * Math.sin(angle)];
        });
        return [...ring, ring[0] ?? []];
      });
    const hole = [0.01, 0.05, 0.1].map((r) => [
      [-3 - r, 51 - r],
      [-3 - r, 51 + r],
      [-3 + r, 51 + r],
      [-3 + r, 51 - r],
      [-3 - r, 51 - r],
    ]);
    fc.assert(
      fc.property(star, fc.constantFrom(undefined, ...hole), (outer, inner) => {
        const rings = inner ? [outer, inner] : [outer];
        const { shape } = read('Polygon', rings);
        const label = shape?.labelPoint;
        expect(label && booleanPointInPolygon(point([...label]), polygon(rings))).toBe(true);
      }),
    );
  });
});
