import { expect, test } from 'vitest';
import { streetAim } from '#features/map/street-aim.ts';
import { middleOf, movedBy, sizeOf } from '#map/spot.ts';

const street = { lon: -2.99, lat: 51.58 };
const at = (east: number, north = 0) => movedBy(street, east, north);

function seen(...near: Parameters<typeof streetAim>[1]) {
  const aim = streetAim(street, near);
  if (!('bounds' in aim)) throw new Error('an area');
  expect(middleOf(aim.bounds).lon).toBeCloseTo(street.lon, 6);
  expect(middleOf(aim.bounds).lat).toBeCloseTo(street.lat, 6);
  return sizeOf(aim.bounds).widthM / 2;
}

test('a street with things in it is looked at closely', () => {
  expect(seen(at(40), at(0, 60))).toBeCloseTo(90, -1);
  expect(seen()).toBeCloseTo(90, -1);
});

test('it widens until the nearest thing is seen, and what is hardly further', () => {
  expect(seen(at(0, 700))).toBeCloseTo(700, -1);
  expect(seen(at(-700), at(900), at(0, 3000))).toBeCloseTo(900, -1);
  expect(seen(at(30), at(240), at(600))).toBeCloseTo(240, -1);
});

test('what is an hour away is not worth leaving the street for', () => {
  expect(seen(at(9000))).toBeCloseTo(90, -1);
});
