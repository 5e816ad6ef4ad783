import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Body, checkBody, emptyBody } from '#domain/merge/body.ts';
import { cameBackAfter, isBackAfter, isOwnField } from '#domain/merge/comeback.ts';
import { historyOf } from '#domain/merge/history.ts';
import { join } from '#domain/merge/join.ts';
import { isBare, readBody } from '#domain/merge/read.ts';
import { nextStamp } from '#domain/merge/stamp.ts';

const stampAt = (at: number) =>
  nextStamp({
    ...{ now: Date.UTC(2026, 10, 27) + at, writer: '0'.repeat(16) },
    ...{ last: undefined, seen: [] },
  });
const bench: Body = emptyBody('place', 'a', 1);
const notices = fc.uniqueArray(fc.uuid(), { maxLength: 4 });

test('knows exactly the notices that it, or what it is joined with, was told of', () => {
  fc.assert(
    fc.property(notices, notices, fc.uuid(), (mine, theirs, other) => {
      const ours = cameBackAfter(bench, mine, stampAt(1));
      const both = join(
        ours,
        cameBackAfter(cameBackAfter(bench, theirs, stampAt(2)), mine, stampAt(3)),
      );
      for (const each of [...mine, ...theirs]) expect(isBackAfter(both, each)).toBe(true);
      expect(isBackAfter(both, other)).toBe([...mine, ...theirs].includes(other));
      expect(checkBody(both).ok).toBe(true);
    }),
  );
});

test('none is the same body', () => {
  expect(cameBackAfter(bench, [], stampAt(1))).toBe(bench);
});

test('is no word of the record: nobody reads it, and it is nobody’s history', () => {
  const back = cameBackAfter(bench, ['e2a1'], stampAt(1));
  expect(readBody(back).values).toEqual({});
  expect(isBare(back)).toBe(true);
  expect(historyOf(back)).toEqual([]);
  expect(Object.keys(back.fields).filter(isOwnField)).toEqual([]);
});
