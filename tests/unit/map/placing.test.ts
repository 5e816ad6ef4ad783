import { expect, test } from 'vitest';
import { keyAct, openingAt, stepAt } from '#map/placing.ts';

const pill = { lon: -2.992, lat: 51.579 };

test('arrows step, with Shift ten times as far; plus and minus zoom; Enter puts', () => {
  expect(keyAct('ArrowUp', false)).toEqual({ move: [0, 1] });
  expect(keyAct('ArrowLeft', true)).toEqual({ move: [-10, 0] });
  expect(['+', '=', '-', '_'].map((key) => keyAct(key, true))).toEqual([
    { zoom: 1 },
    { zoom: 1 },
    { zoom: -1 },
    { zoom: -1 },
  ]);
  expect(keyAct('Enter', false)).toBe('put');
  expect(['Escape', 'Tab', 'a'].map((key) => keyAct(key, false))).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});

test('a step is a round length that one sees, and never less than a metre', () => {
  expect([5, 13, 16, 20].map((zoom) => stepAt(pill, zoom))).toEqual([20_000, 100, 10, 1]);
});

test('it opens at what is known best: the thing, the pack, what is there, the island', () => {
  const pack = { bounds: [-3, 51.5, -2.9, 51.6] as const };
  expect(openingAt(pill, pack, [])).toEqual({ centre: pill, zoom: 16 });
  expect(openingAt(undefined, pack, [pill]).centre.lon).toBeCloseTo(-2.95);
  expect(openingAt(undefined, undefined, [pill]).centre).toEqual(pill);
  expect(openingAt(undefined, undefined, []).zoom).toBe(5);
});
