import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { MapPoint } from '#map/map-point.ts';
import { type MarkFeature, markChange, markFeature } from '#map/mark-features.ts';

const point = (n: number, more: Partial<MapPoint> = {}): MapPoint => ({
  id: `id-${n}`,
  kind: 'places',
  name: `Place ${n}`,
  lon: n / 100,
  lat: 50,
  confirmed: true,
  ...more,
});
const many = Array.from({ length: 100 }, (_, n) => point(n));
const byId = (points: readonly MapPoint[]) => new Map(points.map((one) => [one.id, one]));

test('a feature carries its id, name, picture and whether it is confirmed, nothing else', () => {
  expect(markFeature(point(1, { confirmed: false })).properties).toEqual({
    id: 'id-1',
    name: 'Place 1',
    picture: 'places-unconfirmed',
    confirmed: 0,
  });
});

test('a kind of a newer app is drawn as a place', () => {
  expect(markFeature(point(1, { kind: 'dreams' })).properties.picture).toBe('places-confirmed');
});

test('its type gives the picture, and one this app does not know leaves it to the kind', () => {
  const bench = point(1, { assetType: 'place.bench' });
  expect(markFeature(bench).properties.picture).toBe('places-Armchair-confirmed');
  expect(markFeature(point(1, { assetType: 'place.moon' })).properties.picture).toBe(
    'places-confirmed',
  );
  expect(markChange(byId([bench]), [point(1, { assetType: 'place.park' })])).toBe('all');
});

test('nothing changed, nothing sent; the first points are sent whole', () => {
  expect(
    markChange(
      byId(many),
      many.map((one) => ({ ...one })),
    ),
  ).toBe('none');
  expect(markChange(new Map(), many)).toBe('all');
});

test('one renamed, one gone and one new are sent alone', () => {
  const wanted = [...many.slice(2), point(1, { name: 'Renamed' }), point(500)];
  const change = markChange(byId(many), wanted);
  expect(change).toEqual({
    remove: ['id-0', 'id-1'],
    add: [markFeature(point(1, { name: 'Renamed' })), markFeature(point(500))],
  });
});

/** What the map's source does with a change: removal first. */
function applied(drawn: readonly MapPoint[], wanted: readonly MapPoint[]): MarkFeature[] {
  const change = markChange(byId(drawn), wanted);
  if (change === 'all') return wanted.map(markFeature);
  const features = new Map(drawn.map((one) => [one.id, markFeature(one)]));
  if (change === 'none') return [...features.values()];
  for (const id of change.remove) features.delete(id);
  for (const feature of change.add) features.set(feature.properties.id, feature);
  return [...features.values()];
}

test('whatever changed, the map ends with what is wanted', () => {
  const some = fc.uniqueArray(
    fc
      .tuple(fc.nat(60), fc.boolean(), fc.nat(3))
      .map(([n, confirmed, name]) => point(n, { confirmed, name: `Name ${name}` })),
    { selector: ({ id }) => id, maxLength: 60 },
  );
  const sorted = (features: readonly MarkFeature[]) =>
    [...features].sort((a, b) => a.properties.id.localeCompare(b.properties.id));
  fc.assert(
    fc.property(some, some, (drawn, wanted) => {
      expect(sorted(applied(drawn, wanted))).toEqual(sorted(wanted.map(markFeature)));
    }),
  );
});
