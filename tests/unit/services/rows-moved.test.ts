import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readRowsMoved } from '#services/rows-moved.ts';

const told = { register: 'r', changed: ['a', 'b'], removed: [] };

test('what this version says is understood, and what a newer one adds is left out', () => {
  expect(readRowsMoved(structuredClone(told))).toEqual(told);
  expect(readRowsMoved({ ...told, mood: 'good' })).toEqual(told);
});

test.each([
  undefined,
  null,
  'moved',
  [],
  {},
  { ...told, register: 7 },
  { ...told, changed: undefined },
  { ...told, changed: 'a' },
  { ...told, removed: [1] },
  { ...told, removed: { length: 1 } },
])('%j is dropped', (data) => {
  expect(readRowsMoved(data)).toBeUndefined();
});

test('whatever comes, it is understood or dropped', () => {
  fc.assert(
    fc.property(fc.anything(), (data) => {
      const read = readRowsMoved(data);
      if (read) expect(Object.keys(read)).toEqual(['register', 'changed', 'removed']);
    }),
  );
});
