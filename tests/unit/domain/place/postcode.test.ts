import * as v from 'valibot';
import { expect, test } from 'vitest';
import { normalisePostcode, postcodeSchema } from '#domain/place/postcode.ts';

test.each([
  ['np20 2ga', 'NP20 2GA'],
  ['NP202GA', 'NP20 2GA'],
  [' m1  1ae ', 'M1 1AE'],
  ['b33-8th', 'B33 8TH'],
  ['cr26xh', 'CR2 6XH'],
  ['dn55 1pt', 'DN55 1PT'],
  ['w1a 1hq', 'W1A 1HQ'],
  ['ec1a 1bb', 'EC1A 1BB'],
  ['gir0aa', 'GIR 0AA'],
])('%s is %s', (typed, kept) => {
  expect(normalisePostcode(typed)).toEqual({ ok: true, value: kept });
  expect(v.parse(postcodeSchema, typed)).toBe(kept);
  expect(normalisePostcode(kept)).toEqual({ ok: true, value: kept });
});

test.each([
  '',
  'NP20',
  'NP20 2G',
  'NPP20 2GA',
  'NP200 2GA',
  '12345',
  'x'.repeat(10_000),
  'NP20 22A',
])('%s is no postcode', (typed) => {
  expect(normalisePostcode(typed)).toMatchObject({ error: { kind: 'not-a-postcode' } });
  expect(v.safeParse(postcodeSchema, typed).issues?.[0].message).toBe('not-a-postcode');
});
