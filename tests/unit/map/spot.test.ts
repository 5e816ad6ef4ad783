import fc from 'fast-check';
import { expect, test } from 'vitest';
import { roundLength } from '#map/scale.ts';
import {
  boundsOf,
  circleAround,
  clampedTo,
  grown,
  metresFrom,
  metresPerPixel,
  movedBy,
  sizeOf,
  wayTo,
  winds,
} from '#map/spot.ts';

const lon = fc.double({ min: -179, max: 179, noNaN: true });
const lat = fc.double({ min: -80, max: 80, noNaN: true });
const spot = fc.record({ lon, lat });
const step = fc.double({ min: -900, max: 900, noNaN: true });
const pill = { lon: -2.992, lat: 51.579 };
const nearby = fc.tuple(step, step).map(([east, north]) => movedBy(pill, east, north));

test('a degree north is 111 km, a degree east shrinks with the latitude', () => {
  expect(metresFrom(pill, { lon: -2.992, lat: 52.579 }).north).toBeCloseTo(111_319.5, 0);
  expect(metresFrom(pill, { lon: -1.992, lat: 51.579 }).east).toBeCloseTo(69_175, -2);
});

test('moving by metres is undone by measuring them', () => {
  fc.assert(
    fc.property(spot, step, step, (from, east, north) => {
      const found = metresFrom(from, movedBy(from, east, north));
      expect(found.east).toBeCloseTo(east, 0);
      expect(found.north).toBeCloseTo(north, 0);
    }),
  );
});

test('the eight winds, each from its own side', () => {
  const around = [
    [0, 1],
    [1, 1],
    [1, 0],
    [1, -1],
    [0, -1],
    [-1, -1],
    [-1, 0],
    [-1, 1],
  ] as const;
  const found = around.map(
    ([east, north]) => wayTo(pill, movedBy(pill, east * 100, north * 100)).wind,
  );
  expect(found).toEqual(winds);
});

test('an area holds all its spots, and grown it holds their neighbours', () => {
  expect(boundsOf([])).toBeUndefined();
  fc.assert(
    fc.property(fc.array(nearby, { minLength: 1, maxLength: 20 }), (spots) => {
      const bounds = boundsOf(spots) ?? [0, 0, 0, 0];
      const wider = grown(bounds, 50);
      for (const one of spots) {
        expect(clampedTo(bounds, one)).toEqual(one);
        const next = movedBy(one, 20, 20);
        expect(wayTo(next, clampedTo(wider, next)).metres).toBeLessThan(0.001);
      }
    }),
  );
});

test('a pack of two by two kilometres is told as such', () => {
  const { widthM, heightM } = sizeOf([-3.0037, 51.5698, -2.9747, 51.5878]);
  expect(Math.round(widthM / 100)).toBe(20);
  expect(Math.round(heightM / 100)).toBe(20);
});

test('a circle on the ground is closed and as far from its middle all round', () => {
  const ring = circleAround(pill, 35);
  expect(ring[0]).toEqual(ring.at(-1));
  for (const [east, north] of ring)
    expect(wayTo(pill, { lon: east, lat: north }).metres).toBeCloseTo(35, 1);
});

test('the scale bar shows 1, 2 or 5 with noughts, as long as fits', () => {
  expect([96, 100, 230, 499, 500, 1200].map(roundLength)).toEqual([50, 100, 200, 200, 500, 1000]);
  expect(metresPerPixel(0, 0)).toBeCloseTo(78_271.5, 1);
});
