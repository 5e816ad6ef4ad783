import { describe, expect, it } from 'vitest';
import { type Location, pointOf } from '#domain/place/location.ts';
import { place } from '#domain/place/place.ts';

const at: Location = {
  precision: 'exact',
  geometry: { type: 'Point', coordinates: [-2.98, 51.58] },
  capturedBy: 'tap',
  capturedAt: '2026-09-01T10:00:00Z',
};

describe('the point of a location', () => {
  it('is its label point, else its own point', () => {
    expect(pointOf({ ...at, labelPoint: [1, 2] })).toEqual([1, 2]);
    expect(pointOf(at)).toEqual([-2.98, 51.58]);
  });

  it('is not told when nobody may know it, when there is none, or when it is a shape', () => {
    expect(pointOf({ ...at, precision: 'none' })).toBeUndefined();
    expect(pointOf(undefined)).toBeUndefined();
    const { geometry: _point, ...words } = at;
    expect(pointOf({ ...words, words: 'Temple Street' })).toBeUndefined();
    const line = {
      type: 'LineString' as const,
      coordinates: [[0, 0] as [number, number], [1, 1] as [number, number]],
    };
    expect(pointOf({ ...at, geometry: line })).toBeUndefined();
  });
});

describe('a place', () => {
  it('is for anyone unless it says otherwise; keys, risks and notes never leave the team', () => {
    expect(place.defaults).toEqual({ share: 'public', precision: 'exact' });
    for (const field of ['keyholders', 'risk', 'note']) {
      expect(Object.entries(place.fields).find(([key]) => key === field)?.[1].share).toBe('team');
    }
  });
});
