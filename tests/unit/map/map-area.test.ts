import { expect, test } from 'vitest';
import { areaChange, areaFeature, areasOf, type MapArea, type Outline } from '#map/map-area.ts';
import type { MapPoint } from '#map/map-point.ts';

const outline: Outline = {
  type: 'Polygon',
  coordinates: [
    [
      [-3, 51],
      [-2.9, 51],
      [-2.9, 51.2],
      [-3, 51],
    ],
  ],
};
const path: Outline = {
  type: 'LineString',
  coordinates: [
    [-3, 51],
    [-2.9, 51],
  ],
};
const point = (id: string, more: Partial<MapPoint> = {}): MapPoint => ({
  id,
  kind: 'places',
  name: id,
  lon: -2.95,
  lat: 51.1,
  confirmed: true,
  ...more,
});
const shape = (id: string, what: Outline = outline, updatedAt = 1) => ({
  id,
  outline: what,
  updatedAt,
});

test('only what is on the map has its ground drawn, as its mark is; the boundary always', () => {
  const points = [point('park'), point('walk', { kind: 'groups', confirmed: false })];
  const shapes = [shape('park'), shape('walk', path), shape('archived'), shape('register')];
  expect(areasOf(shapes, points, 'register')).toEqual([
    { ...shape('park'), kind: 'places', confirmed: true },
    { ...shape('walk', path), kind: 'groups', confirmed: false },
    { ...shape('register'), kind: 'boundary', confirmed: true },
  ]);
});

test('an area says how big it is, so that the smallest under a finger can be chosen', () => {
  const [park] = areasOf([shape('park')], [point('park')], '');
  const { properties } = areaFeature(park as MapArea);
  expect(properties).toEqual({
    id: 'park',
    kind: 'places',
    confirmed: true,
    size: expect.closeTo(0.02, 10),
  });
});

test('one outline drawn anew is sent alone', () => {
  const ids = Array.from({ length: 40 }, (_, n) => `id-${n}`);
  const points = ids.map((id) => point(id));
  const before = areasOf(
    ids.map((id) => shape(id)),
    points,
    '',
  );
  const drawn = new Map(before.map((area) => [area.id, area]));
  const again = areasOf(
    ids.map((id) => shape(id)),
    points,
    '',
  );
  expect(areaChange(drawn, again)).toBe('none');
  const redrawn = again.map((area) => (area.id === 'id-7' ? { ...area, updatedAt: 2 } : area));
  expect(areaChange(drawn, redrawn)).toEqual({
    remove: ['id-7'],
    add: [areaFeature(redrawn[7] as MapArea)],
  });
});
