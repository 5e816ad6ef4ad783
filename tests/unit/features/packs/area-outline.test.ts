import { expect, test } from 'vitest';
import { outlineOf } from '#features/packs/area-outline.ts';
import { movedBy } from '#map/spot.ts';

const pill = { lon: -2.992, lat: 51.579 };
const corner = movedBy(pill, 2000, 1000);
const bounds = [pill.lon, pill.lat, corner.lon, corner.lat] as const;

test('an area twice as wide as high is drawn so, in the middle of its square', () => {
  const { area, side } = outlineOf(bounds, undefined, []);
  expect(area.width / area.height).toBeCloseTo(2, 1);
  expect(area.x).toBeCloseTo(side - area.x - area.width, 3);
  expect(area.y).toBeCloseTo(side - area.y - area.height, 3);
});

test('north is up: a thing in the north-west corner is drawn there', () => {
  const { area, things } = outlineOf(bounds, undefined, [{ lon: bounds[0], lat: bounds[3] }]);
  expect(things[0]?.[0]).toBeCloseTo(area.x, 3);
  expect(things[0]?.[1]).toBeCloseTo(area.y, 3);
});

test('a neighbourhood beside the pack stays inside the drawing, and outside the pack', () => {
  const centre = movedBy(pill, -3000, 500);
  const drawing = outlineOf(bounds, centre, []);
  const [x = -1, y = -1] = drawing.centre ?? [];
  expect(x).toBeGreaterThanOrEqual(0);
  expect(y).toBeLessThanOrEqual(drawing.side);
  expect(x).toBeLessThan(drawing.area.x);
});
