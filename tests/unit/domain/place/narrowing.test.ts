import { expect, test } from 'vitest';
import { fieldsToForget } from '#domain/place/confidential.ts';

const at = (precision: string) => ({
  location: { precision },
  address: { line1: '12 Elm Street' },
});

test('what said more exactly where something stands is forgotten when it is told less exactly', () => {
  expect(fieldsToForget(at('exact'), at('street'))).toEqual(['location', 'address']);
  expect(fieldsToForget(at('street'), at('none'))).toEqual(['location', 'address']);
});

test('a place that becomes secret keeps no earlier point', () => {
  const secret = { ...at('none'), confidentialLocation: true };
  expect(fieldsToForget(at('none'), secret)).toEqual(['location', 'address']);
});

test('moving a pin, or telling more exactly, forgets nothing', () => {
  expect(fieldsToForget(at('exact'), at('exact'))).toEqual([]);
  expect(fieldsToForget(at('area'), at('exact'))).toEqual([]);
  expect(fieldsToForget({}, at('exact'))).toEqual([]);
});
