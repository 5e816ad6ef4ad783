import { expect, test } from 'vitest';
import type { Json } from '#base/json.ts';
import { type Body, emptyBody, stampsOf } from '#domain/merge/body.ts';
import { changeBody } from '#domain/merge/edit.ts';
import { historyOf } from '#domain/merge/history.ts';
import { nextStamp } from '#domain/merge/stamp.ts';
import { rules } from './devices.ts';

const ANNA = 'a'.repeat(16);
const BEN = 'b'.repeat(16);
const DAY = 24 * 60 * 60 * 1000;
const FIRST = Date.UTC(2026, 3, 1);
const blank = emptyBody('place', 'p1', 1);

const change = (
  body: Body,
  wanted: Record<string, Json | undefined>,
  writer: string,
  day: number,
) =>
  changeBody(
    body,
    wanted,
    rules,
    nextStamp({ now: FIRST + day * DAY, writer, last: undefined, seen: stampsOf(body) }),
  );

test('history says what, from what, when and by whom, newest first', () => {
  const created = change(blank, { title: 'Tea', tags: ['chess'], consent: 'given' }, ANNA, 0);
  const edited = change(created, { title: undefined, tags: [], consent: 'paused' }, BEN, 1);
  const noted = change(edited, { notes: ['hello'], visits: 1, version: 1 }, ANNA, 2);
  const line = (field: string, value: Json, day: number, by: string) => ({
    field,
    value,
    at: FIRST + day * DAY,
    by,
  });
  expect(historyOf(noted)).toEqual([
    line('notes', 'hello', 2, ANNA),
    { ...line('consent', 'paused', 1, BEN), before: 'given' },
    { ...line('tags', null, 1, BEN), before: 'chess' },
    { ...line('title', null, 1, BEN), before: 'Tea' },
    line('consent', 'given', 0, ANNA),
    line('title', 'Tea', 0, ANNA),
  ]);
});

test.each(['r[1', '1.0'])('a removed row is named by its id, such as %s', (id) => {
  const body = change(change(blank, { rows: [{ id }] }, ANNA, 0), { rows: [] }, ANNA, 1);
  expect(historyOf(body)).toMatchObject([{ value: null, before: id }]);
});

test('a field of an unknown kind has no history', () => {
  expect(historyOf({ ...blank, fields: { future: { m: 'later' } } })).toEqual([]);
});
