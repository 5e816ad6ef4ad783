import { expect, test } from 'vitest';
import { moveKey } from '#features/map/move-words.ts';
import { openingAim } from '#features/map/opening-aim.ts';
import { movedBy } from '#map/spot.ts';

const pill = { lon: -2.992, lat: 51.579 };
const pack = { bounds: [-3.0037, 51.5698, -2.9747, 51.5878] as const };
const far = { lon: 1, lat: 52 };
const known = { left: undefined, centre: undefined, pack: undefined, points: [] };
const view = { bounds: [-3, 51.57, -2.98, 51.59] as const, centre: pill, zoom: 15 };

test('as one left it, before anything else', () => {
  const left = { ...view, zoom: 17 };
  expect(openingAim({ ...known, left, centre: far })).toEqual({ centre: pill, zoom: 17 });
});

test('at the middle of the neighbourhood', () => {
  expect(openingAim({ ...known, centre: pill, pack, points: [far] })).toMatchObject({
    centre: pill,
  });
});

test('at the things on the pack, not at the one that lies far off', () => {
  const points = [pill, movedBy(pill, 300, 300), far];
  expect(openingAim({ ...known, pack, points })).toEqual({
    bounds: [pill.lon, pill.lat, points[1]?.lon, points[1]?.lat],
  });
});

test('at the pack when nothing is on it, at the things when there is none', () => {
  expect(openingAim({ ...known, pack, points: [far] })).toEqual({ bounds: pack.bounds });
  expect(openingAim({ ...known, points: [far] })).toEqual({ bounds: [1, 52, 1, 52] });
});

test('with nothing known it still opens somewhere', () => {
  expect(openingAim(known)).toHaveProperty('centre');
});

test('a move is told by its direction, nearness first, and not at all when tiny', () => {
  const to = (east: number, north: number) => ({ ...view, centre: movedBy(pill, east, north) });
  expect(moveKey(undefined, view)).toBeUndefined();
  expect(moveKey(view, to(0, 500))).toBe('n');
  expect(moveKey(view, to(-500, -500))).toBe('sw');
  expect(moveKey(view, to(1, 0))).toBeUndefined();
  expect(moveKey(view, { ...to(0, 500), zoom: 16 })).toBe('nearer');
  expect(moveKey(view, { ...view, zoom: 13 })).toBe('further');
});
