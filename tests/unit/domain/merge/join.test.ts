import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Body, checkBody, emptyBody } from '#domain/merge/body.ts';
import { canonicalText } from '#domain/merge/canonical.ts';
import { join } from '#domain/merge/join.ts';
import type { Merged } from '#domain/merge/registry.ts';
import type { Stamp } from '#domain/merge/stamp.ts';
import { runs } from '../../../support/runs.ts';
import { history, joinAll, play } from './devices.ts';
import { randomBody } from './random-bodies.ts';

const same = (a: Body, b: Body): void => {
  expect(canonicalText(a)).toBe(canonicalText(b));
};

describe('the join of any bodies, of known, unknown and mixed kinds', () => {
  test('does not depend on the order', () => {
    fc.assert(
      fc.property(randomBody, randomBody, (a, b) => same(join(a, b), join(b, a))),
      runs(1000),
    );
  });

  test('does not depend on the grouping, though histories are cut', () => {
    fc.assert(
      fc.property(randomBody, randomBody, randomBody, (a, b, c) =>
        same(join(join(a, b), c), join(a, join(b, c))),
      ),
      runs(1000),
    );
  });

  test('adds nothing when there is nothing new', () => {
    fc.assert(
      fc.property(randomBody, randomBody, (a, b) => {
        same(join(a, a), a);
        same(join(join(a, b), b), join(a, b));
      }),
      runs(1000),
    );
  });

  test('makes bodies that every door lets in', () => {
    fc.assert(
      fc.property(randomBody, randomBody, (a, b) => {
        expect(checkBody(join(a, b)).ok).toBe(true);
      }),
      runs(1000),
    );
  });

  test('never changes what it is given', () => {
    fc.assert(
      fc.property(randomBody, randomBody, (a, b) => {
        const before = canonicalText([a, b]);
        join(a, b);
        expect(canonicalText([a, b])).toBe(before);
      }),
      runs(500),
    );
  });
});

describe('devices that edit apart, with clocks years off', () => {
  test('hold the same body once each has met each, in any order', () => {
    const order = fc.infiniteStream(fc.nat(4));
    fc.assert(
      fc.property(history, order, (story, picks) => {
        const bodies = [...play(story).bodies];
        const target = joinAll(bodies);
        const pick = () => (picks.next().value as number) % bodies.length;
        const settled = () => bodies.every((body) => canonicalText(body) === canonicalText(target));
        for (let meeting = 0; meeting < 400 && !settled(); meeting++) {
          const [one, other] = [pick(), pick()];
          const met = join(bodies[one] as Body, bodies[other] as Body);
          bodies[one] = met;
          bodies[other] = met;
        }
        expect(settled()).toBe(true);
      }),
      runs(300),
    );
  });

  test('obey the laws of the join', () => {
    fc.assert(
      fc.property(history, (story) => {
        const [a, b, c] = play(story).bodies as [Body, Body, Body];
        same(join(a, b), join(b, a));
        same(join(join(a, b), c), join(a, join(b, c)));
        same(join(a, a), a);
      }),
      runs(1000),
    );
  });
});

test('the greatest versions of merge rules and schema are kept', () => {
  const body = emptyBody('place', 'p1', 3);
  const newer = { ...body, mv: 2, sv: 1 };
  expect(join(body, newer)).toMatchObject({ mv: 2, sv: 3 });
});

test('a field of an unknown kind on one side only is carried along untouched', () => {
  const future = { m: 'later', x: [1, { deep: 'value' }] };
  const body = emptyBody('place', 'p1', 1);
  expect(join(body, { ...body, fields: { future } }).fields['future']).toBe(future);
});

const T = `0mc0000000000-${'a'.repeat(16)}` as Stamp;
const row = (text: string) => ({ id: 'r1', text });

test.each<[string, Merged, Merged]>([
  ['a value', { m: 'scalar', v: 'b', t: T }, { m: 'scalar', v: 'a', t: T }],
  [
    'an element',
    { m: 'set', e: { r1: { v: row('b'), add: T } } },
    { m: 'set', e: { r1: { v: row('a'), add: T } } },
  ],
  [
    'an element that was added',
    { m: 'set', e: { r1: { v: row('a'), add: T } } },
    { m: 'set', e: { r1: { v: null, del: T } } },
  ],
  [
    'an entry',
    { m: 'entries', e: { r1: { v: row('b'), t: T } } },
    { m: 'entries', e: { r1: { v: row('a'), t: T } } },
  ],
  ['a field of an unknown kind', { m: 'later', x: 'b' }, { m: 'later', x: 'a' }],
  ['a field of another kind', { m: 'set', e: {} }, { m: 'scalar', v: 'a', t: T }],
])('of equal stamps the same one wins everywhere: %s', (_, winner, loser) => {
  const holding = (title: Merged): Body => ({ ...emptyBody('place', 'p1', 1), fields: { title } });
  const joined = join(holding(loser), holding(winner));
  expect(joined).toEqual(join(holding(winner), holding(loser)));
  expect(joined.fields['title']).toMatchObject(winner);
});
