import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Json } from '#base/json.ts';
import { type Body, emptyBody, MERGE_VERSION } from '#domain/merge/body.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import { changeBody } from '#domain/merge/edit.ts';
import { join } from '#domain/merge/join.ts';
import { packBody, unpackBody } from '#domain/merge/pack.ts';
import { nextStamp } from '#domain/merge/stamp.ts';
import { runs } from '../../../support/runs.ts';
import { history, joinAll, play } from './devices.ts';
import { randomBody } from './random-bodies.ts';

const reopened = (body: Body): unknown => JSON.parse(canonicalText(packBody(body)));

test('what was packed opens to the same body', () => {
  fc.assert(
    fc.property(randomBody, (body) => {
      expect(unpackBody(reopened(body))).toEqual({ ok: true, value: body });
    }),
    runs(1000),
  );
});

test('equal bodies give equal packs, whatever way they came about', () => {
  fc.assert(
    fc.property(history, (story) => {
      const { bodies } = play(story);
      const there = canonicalText(packBody(joinAll(bodies)));
      const back = canonicalText(packBody(joinAll([...bodies].reverse())));
      const opened = bodies.map((body) => unpackBody(reopened(body)));
      const again = joinAll(opened.flatMap((result) => (result.ok ? [result.value] : [])));
      expect([back, canonicalText(packBody(again))]).toEqual([there, there]);
    }),
    runs(500),
  );
});

test('other bodies give other packs', () => {
  fc.assert(
    fc.property(randomBody, randomBody, (a, b) => {
      const samePack = canonicalText(packBody(a)) === canonicalText(packBody(b));
      expect(samePack).toBe(canonicalText(a) === canonicalText(b));
    }),
    runs(1000),
  );
});

test('a field of an unknown kind passes through', () => {
  const future = { m: 'later', t: '0mc0000000000-aaaaaaaaaaaaaaaa', x: [1, [2]] };
  const body = { ...emptyBody('place', 'p1', 1), fields: { future } };
  expect(packBody(body)).toEqual([1, 'place', 'p1', 1, [], [], { future }]);
  expect(unpackBody(reopened(body))).toEqual({ ok: true, value: body });
});

test('stamps are written once', () => {
  const names = ['title', 'address', 'phone', 'opening', 'about'];
  const rules = Object.fromEntries(names.map((name) => [name, { merge: 'scalar' as const }]));
  const wanted = Object.fromEntries(names.map((name) => [name, 'x']));
  const blank = emptyBody('place', 'p1', 1);
  const stamp = nextStamp({
    now: Date.UTC(2026, 3),
    writer: 'a'.repeat(16),
    last: undefined,
    seen: [],
  });
  const text = canonicalText(packBody(changeBody(blank, wanted, rules, stamp)));
  expect(text.split(stamp.slice(0, 13))).toHaveLength(2);
  expect(text.split('a'.repeat(16))).toHaveLength(2);
});

test('whatever else is packed is refused as a value, or opens to what packs the same', () => {
  fc.assert(
    fc.property(randomBody, fc.nat(), fc.json({ maxDepth: 2 }), (body, at, text) => {
      const junk: Json = JSON.parse(text);
      const opened = unpackBody(replaced(reopened(body), { left: at % 60 }, junk));
      if (opened.ok) expect(unpackBody(reopened(opened.value))).toEqual(opened);
    }),
    runs(1000),
  );
});

/** The packed body with one of its parts, counted in walking order, replaced by junk. */
const replaced = (value: unknown, where: { left: number }, junk: Json): unknown => {
  if (where.left-- === 0) return junk;
  if (Array.isArray(value)) return value.map((item) => replaced(item, where, junk));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, replaced(item, where, junk)]),
  );
};

const tables = [['a'.repeat(16)], ['0mc00000000000']];
const packed = (row: Json, [writers, stamps] = tables) =>
  unpackBody([1, 'place', 'p1', 1, writers, stamps, { title: row }]);

test('only the one way to pack a body opens', () => {
  expect(packed([0, ['Tea', 0]]).ok).toBe(true);
  const refused = [
    packed([0, ['Tea', 0, 0, 0]]),
    packed([0, ['Tea', 0, 0, []]]),
    packed([0, ['Tea', 0, 0, [0], 0, 0]]),
    packed([0, ['Tea', 0], 'x']),
    packed([0, ['Tea', 7]]),
    packed([9, ['Tea', 0]]),
    packed([0, ['Tea', 0]], [['a'.repeat(16), 'b'.repeat(16)], ['0mc00000000000']]),
    packed([0, ['Tea', 0]], [['a'.repeat(16)], ['0mc00000000000', '0mc00000100000']]),
    packed([1, [0]]),
    packed([3, [{ id: 'x' }]]),
    packed([]),
    unpackBody([]),
    unpackBody({}),
  ];
  expect(refused.filter(({ ok }) => ok)).toEqual([]);
});

test('hostile packs are refused before they are walked', () => {
  let deep: unknown = 'core';
  for (let at = 0; at < 100_000; at++) deep = [deep];
  const bad = [packed([1, [0, deep as Json]]), packed(JSON.parse('[0,[{"__proto__":1},0]]'))];
  expect(bad).toEqual(Array(2).fill({ ok: false, error: { kind: 'body-size' } }));
  expect(unpackBody([MERGE_VERSION + 1, 'other', 'layout'])).toMatchObject({
    error: { kind: 'body-newer' },
  });
});

test('joining what was opened is joining what was packed', () => {
  fc.assert(
    fc.property(randomBody, randomBody, (a, b) => {
      const [one, two] = [unpackBody(reopened(a)), unpackBody(reopened(b))];
      if (!one.ok || !two.ok) throw new Error('A packed body must open');
      expect(join(one.value, two.value)).toEqual(join(a, b));
    }),
    runs(500),
  );
});
