import { expect, test } from 'vitest';
import { checkBody, emptyBody, MERGE_VERSION } from '#domain/merge/body.ts';
import type { Stamp } from '#domain/merge/stamp.ts';

const T = `0mc0000000000-${'a'.repeat(16)}` as Stamp;
const LATER = `0mc0000010000-${'a'.repeat(16)}` as Stamp;
const OLD = `0000000010000-${'a'.repeat(16)}` as Stamp;

const withField = (field: unknown) => ({ ...emptyBody('place', 'p1', 1), fields: { field } });
const verdict = (value: unknown) => {
  const checked = checkBody(value);
  return checked.ok ? 'ok' : checked.error.kind;
};
const nested = (depth: number): unknown => {
  let value: unknown = 'core';
  for (let at = 0; at < depth; at++) value = at % 2 ? [value] : { value };
  return value;
};

test('a body comes back as it was, with what this app does not know', () => {
  const body = {
    ...withField({ m: 'scalar', v: { any: ['thing'] }, t: T }),
    type: 'a-later-kind',
  };
  const future = { m: 'later', stamps: 'whatever', x: nested(10) };
  const whole = { ...body, fields: { ...body.fields, future, constructor: future } };
  const checked = checkBody(whole);
  expect(checked).toEqual({ ok: true, value: whole });
  expect(checked.ok && checked.value).toBe(whole);
});

test.each([
  ['nothing', undefined],
  ['a text', 'body'],
  ['a list', []],
  ['no fields', { mv: 1, type: 'place', id: 'p1', sv: 1 }],
  ['a field without a kind', withField({ v: 1 })],
  ['a kind that is no text', withField({ m: 5 })],
  ['a stranger beside the fields', { ...emptyBody('place', 'p1', 1), extra: 1 }],
  ['an empty id', emptyBody('place', '', 1)],
  ['a scalar without a stamp', withField({ m: 'scalar', v: 1 })],
  ['a scalar without a value', withField({ m: 'scalar', t: T })],
  ['a scalar with a stranger', withField({ m: 'scalar', v: 1, t: T, z: 1 })],
  ['a stamp of another form', withField({ m: 'scalar', v: 1, t: 'yesterday' })],
  [
    'a history newer than the winner',
    withField({ m: 'scalar', v: 1, t: T, h: [{ v: 2, t: LATER }] }),
  ],
  [
    'a history that should be forgotten',
    withField({ m: 'scalar', v: 1, t: LATER, h: [{ v: 2, t: T }], f: LATER }),
  ],
  ['an empty history', withField({ m: 'scalar', v: 1, t: T, h: [] })],
  ['an element under a wrong key', withField({ m: 'set', e: { tea: { v: 'tea', add: T } } })],
  [
    'an element that is there and gone',
    withField({ m: 'set', e: { '"a"': { v: 'a', add: T, del: T } } }),
  ],
  ['a removed element with its value', withField({ m: 'set', e: { '"a"': { v: 'a', del: T } } })],
  ['an element called constructor that is none', withField({ m: 'set', e: { constructor: 1 } })],
  ['a count by nobody', withField({ m: 'counter', n: { me: 1 } })],
  ['a count below nothing', withField({ m: 'counter', n: { aaaaaaaaaaaaaaaa: -1 } })],
  ['a choice without rank', withField({ m: 'restrictive', c: [{ v: 1, t: T, seen: [] }] })],
  ['no choice at all', withField({ m: 'restrictive', c: [] })],
  [
    'one choice twice',
    withField({
      m: 'restrictive',
      c: [
        { v: 1, r: 0, t: T, seen: [] },
        { v: 1, r: 0, t: T, seen: [] },
      ],
    }),
  ],
  ['a ceiling that is no number', withField({ m: 'ceiling', n: '5' })],
])('%s is not let in', (_, value) => {
  expect(verdict(value)).toMatch(/^body-(shape|size)$/);
});

test.each([
  ['a depth of 100,000', withField({ m: 'scalar', v: nested(100_000), t: T })],
  ['a depth of 40', withField({ m: 'scalar', v: nested(40), t: T })],
  ['depth in an unknown kind', withField({ m: 'later', x: nested(100_000) })],
  ['a hundred thousand values', withField({ m: 'scalar', v: Array(100_000).fill(0), t: T })],
  ['a number without end', withField({ m: 'scalar', v: JSON.parse('1e999'), t: T })],
  ['a function', withField({ m: 'scalar', v: () => 1, t: T })],
  ['a key that sets a prototype', JSON.parse('{"fields":{"__proto__":{"m":"x"}}}')],
  ['the same deep in a value', withField({ m: 'x', v: JSON.parse('[{"__proto__":{"a":1}}]') })],
])('%s is refused as too much', (_, value) => {
  expect(verdict(value)).toBe('body-size');
});

test.each([
  { m: 'scalar', v: 1, t: OLD },
  { m: 'scalar', v: 1, t: T, h: [{ v: 2, t: OLD }] },
  { m: 'scalar', v: 1, t: T, b: OLD },
  { m: 'set', e: { '"a"': { v: null, del: OLD } } },
  { m: 'entries', e: { '"a"': { v: 'a', t: OLD } } },
  { m: 'restrictive', c: [{ v: 1, r: 0, t: T, seen: [OLD] }] },
])('a stamp from 1970 sets the leaf aside: %j', (field) => {
  expect(verdict(withField(field))).toBe('stamp-range');
});

test('a body of a newer app asks for an update, whatever its shape', () => {
  expect(verdict({ mv: MERGE_VERSION + 1, something: 'else' })).toBe('body-newer');
});
