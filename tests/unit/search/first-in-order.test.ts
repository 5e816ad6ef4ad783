import fc from 'fast-check';
import { expect, test } from 'vitest';
import { metresBetween } from '#domain/place/distance.ts';
import { firstInOrder } from '#search/first-in-order.ts';

test('the first few are those of a full sort', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(500)), fc.nat(60), (items, count) => {
      const order = (a: number, b: number) => b - a;
      expect(firstInOrder(items, count, order)).toEqual(items.toSorted(order).slice(0, count));
    }),
  );
});

test('straight lines in metres', () => {
  const newport = { lon: -2.9977, lat: 51.5842 };
  const cardiff = { lon: -3.1791, lat: 51.4816 };
  expect(metresBetween(newport, cardiff)).toBeGreaterThan(16_900);
  expect(metresBetween(newport, cardiff)).toBeLessThan(17_100);
  expect(metresBetween(newport, newport)).toBe(0);
  expect(metresBetween({ lon: 179.9, lat: 0 }, { lon: -179.9, lat: 0 })).toBeCloseTo(22_239, -1);
});
