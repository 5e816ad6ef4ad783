import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type NewsThing, noNews, withNews } from '#domain/news/news.ts';
import { runs } from '../../../support/runs.ts';

const thing = (
  id: string,
  what: NewsThing['what'],
  at: number,
  ...fields: string[]
): NewsThing => ({
  id,
  type: 'place',
  what,
  fields,
  at,
});
const add = (...fresh: NewsThing[]) => withNews(noNews, fresh);
const after = (first: NewsThing, next: NewsThing) => withNews(add(first), [next]).things;

test('one line for each thing, newest first, with all that changed', () => {
  const all = add(thing('a', 'changed', 1, 'name'), thing('b', 'new', 2));
  expect(withNews(all, [thing('a', 'changed', 3, 'cost', 'name')]).things).toEqual([
    thing('a', 'changed', 3, 'cost', 'name'),
    thing('b', 'new', 2),
  ]);
});

test.each([
  ['new stays new when it changes', thing('a', 'new', 1), thing('a', 'changed', 2, 'name'), 'new'],
  [
    'what changed and went is gone',
    thing('a', 'changed', 1, 'name'),
    thing('a', 'gone', 2),
    'gone',
  ],
  [
    'what came back is changed',
    thing('a', 'gone', 1),
    thing('a', 'changed', 2, 'deleted'),
    'changed',
  ],
] as const)('%s', (_, first, next, what) => {
  expect(after(first, next)).toMatchObject([{ what, at: 2 }]);
});

test('new and gone again before anybody looked is no news', () => {
  expect(after(thing('a', 'new', 1), thing('a', 'gone', 2))).toEqual([]);
});

test('a hundred are kept, the newest, and the rest is counted', () => {
  const one = fc.record({ id: fc.uuid(), at: fc.nat(9999) });
  fc.assert(
    fc.property(fc.uniqueArray(one, { selector: ({ id }) => id, maxLength: 300 }), (all) => {
      const news = withNews(
        noNews,
        all.map(({ id, at }) => thing(id, 'changed', at, 'name')),
      );
      expect(news.things.length + news.more).toBe(all.length);
      expect(news.things.length).toBe(Math.min(100, all.length));
      const oldest = news.things.at(-1)?.at ?? 0;
      expect(all.filter(({ at }) => at > oldest).length).toBeLessThanOrEqual(100);
    }),
    runs(300),
  );
});
