import fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { locationSchema } from '#domain/place/location.ts';
import {
  hasSpot,
  pointIn,
  withAddress,
  withoutSpot,
  withPrecision,
  withSpot,
} from '#features/card/place-values.ts';

const at = Date.parse('2026-11-22T12:00:00Z');
const spot = { lon: -2.987654321, lat: 51.576543219, accuracyM: 8.5, by: 'gps', at } as const;

describe('where a thing stands', () => {
  it('is kept to six decimals where the very spot may be shown', () => {
    expect(withSpot(undefined, spot, 'exact')).toEqual({
      precision: 'exact',
      geometry: { type: 'Point', coordinates: [-2.987654, 51.576543] },
      accuracyM: 8.5,
      capturedBy: 'gps',
      capturedAt: '2026-11-22T12:00:00.000Z',
    });
  });

  it('is kept to about 100 metres where only the street may be shown', () => {
    const kept = withSpot(undefined, spot, 'street');
    expect(pointIn(kept)).toEqual([-2.988, 51.577]);
    expect(kept).not.toHaveProperty('accuracyM');
  });

  it('keeps the words beside a new spot', () => {
    expect(withSpot({ words: 'Temple Street', precision: 'street' }, spot, 'exact')).toMatchObject({
      words: 'Temple Street',
      precision: 'street',
    });
  });

  it('forgets the finer spot when less of it may be shown', () => {
    const exact = withSpot(undefined, spot, 'exact');
    expect(pointIn(withPrecision(exact, 'street'))).toEqual([-2.988, 51.577]);
    expect(hasSpot(withPrecision(exact, 'none'))).toBe(false);
  });

  it('keeps the outline while its mark moves on it, and not when it moves off', () => {
    const corners = [
      [-2.99, 51.57],
      [-2.98, 51.57],
      [-2.98, 51.58],
      [-2.99, 51.58],
      [-2.99, 51.57],
    ];
    const geometry = { type: 'Polygon', coordinates: [corners] };
    const park = { precision: 'exact', geometry, labelPoint: [-2.985, 51.575] };
    expect(withSpot(park, spot, 'exact')).toMatchObject({
      geometry,
      labelPoint: [-2.987654, 51.576543],
    });
    const off = withSpot(park, { ...spot, lon: -2.97 }, 'exact');
    expect(off['geometry']).toEqual({ type: 'Point', coordinates: [-2.97, 51.576543] });
    expect(off).not.toHaveProperty('labelPoint');
    const path = { ...park, geometry: { type: 'LineString', coordinates: corners.slice(0, 3) } };
    expect(withSpot(path, spot, 'exact')).toMatchObject({ geometry: path.geometry });
  });

  it('forgets an outline too: what is left is its label, rounded', () => {
    const outline = {
      precision: 'exact',
      labelPoint: [-2.98765, 51.57654],
      geometry: {
        type: 'LineString',
        coordinates: [
          [-2.98, 51.57],
          [-2.99, 51.58],
        ],
      },
    };
    expect(withPrecision(outline, 'area')).toEqual({
      precision: 'area',
      geometry: { type: 'Point', coordinates: [-2.988, 51.577] },
    });
  });

  it('is always something the book takes, and can be taken away again', () => {
    const anySpot = fc.record({
      lon: fc.double({ min: -180, max: 180, noNaN: true }),
      lat: fc.double({ min: -90, max: 90, noNaN: true }),
      accuracyM: fc.double({ min: 0, max: 1e6, noNaN: true }),
      by: fc.constantFrom('gps' as const, 'tap' as const),
      at: fc.constant(at),
    });
    const precision = fc.constantFrom('exact', 'street', 'area', 'none' as const);
    fc.assert(
      fc.property(anySpot, precision, (any, level) => {
        const kept = withPrecision(withSpot({ words: 'Here' }, any, 'exact'), level);
        expect(v.is(locationSchema, kept)).toBe(true);
        expect(hasSpot(withoutSpot(kept))).toBe(false);
      }),
    );
  });
});

describe('a known address', () => {
  const hit = {
    what: 'home',
    number: '3',
    name: 'Alder Road',
    postcode: 'ZZ1 1AA',
    lon: -2.9901234,
    lat: 51.5801234,
  } as const;
  const setting = { usual: 'exact', isSecret: false, at } as const;

  it('goes into the form with its spot, and leaves the rest of the address', () => {
    const kept = withAddress({ address: { line1: '3 ald', town: 'Pill' } }, hit, setting);
    expect(kept['address']).toEqual({ line1: '3 Alder Road', town: 'Pill', postcode: 'ZZ1 1AA' });
    expect(kept['location']).toMatchObject({ precision: 'exact', capturedBy: 'geocode' });
    expect(pointIn(kept['location'])).toEqual([-2.990123, 51.580123]);
  });

  it('gives no finer spot than usual, and of a street only a street’s', () => {
    const street = withAddress(
      {},
      { what: 'street', name: 'Alder Road', lon: 1.23456, lat: 51 },
      {
        ...setting,
        usual: 'street',
      },
    );
    expect(street['location']).toMatchObject({ precision: 'street', capturedBy: 'street-snap' });
    expect(pointIn(street['location'])).toEqual([1.235, 51]);
  });

  it('moves no spot, and gives none to what is secret or kept off the map', () => {
    const placed = withSpot(undefined, spot, 'exact');
    expect(withAddress({ location: placed }, hit, setting)['location']).toBe(placed);
    expect(withAddress({}, hit, { ...setting, isSecret: true })).not.toHaveProperty('location');
    const hidden = { precision: 'none' };
    expect(withAddress({ location: hidden }, hit, setting)['location']).toBe(hidden);
  });
});
