import { expect, test } from 'vitest';
import type { Json } from '#base/json.ts';
import { isDeeperThan } from '#seal/json-depth.ts';

const nested = (depth: number): Json => {
  let value: Json = 'inside';
  for (let level = 0; level < depth; level += 1) value = level % 2 ? [value] : { value };
  return value;
};

test.each([
  [0, 0, false],
  [1, 0, true],
  [3, 3, false],
  [4, 3, true],
  [1_000_000, 64, true],
])('%i deep, limit %i: too deep is %s', (depth, limit, expected) => {
  expect(isDeeperThan(nested(depth), limit)).toBe(expected);
});

test('looks into every branch', () => {
  expect(isDeeperThan([1, {}, [], { a: [[]] }], 3)).toBe(true);
  expect(isDeeperThan([1, {}, [], { a: [[]] }], 4)).toBe(false);
});
