import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  isStamp,
  nextStamp,
  parseStamp,
  type Stamp,
  stampTime,
  stampWriter,
} from '#domain/merge/stamp.ts';
import { runs } from '../../../support/runs.ts';
import { stamp } from './random-bodies.ts';

const WRITER = '0123456789abcdef';
const NOW = Date.UTC(2026, 3, 1);
const at = (now: number, last?: Stamp, seen: readonly Stamp[] = []) =>
  nextStamp({ now, writer: WRITER, last, seen });

test('says when and by whom', () => {
  const first = at(NOW);
  expect(stampTime(first)).toBe(NOW);
  expect(stampWriter(first)).toBe(WRITER);
  expect(parseStamp(first)).toEqual({ wall: NOW, counter: 0, writer: WRITER });
  expect(first).toHaveLength(30);
});

test('is greater than all it follows and valid, whatever the clock says', () => {
  const clock = fc.double({ min: -1e15, max: 1e16, noNaN: true });
  fc.assert(
    fc.property(clock, fc.option(stamp, { nil: undefined }), fc.array(stamp), (now, last, seen) => {
      const next = at(now, last, seen);
      expect(isStamp(next)).toBe(true);
      expect([...seen, last ?? ''].every((before) => before < next)).toBe(true);
    }),
    runs(1000),
  );
});

test('keeps the order of a clock that runs backwards', () => {
  const first = at(NOW);
  const second = at(NOW - 5000, first);
  expect(second > first).toBe(true);
  expect(stampTime(second)).toBe(NOW);
});

test('a full counter carries into the next millisecond', () => {
  const full = `${at(NOW).slice(0, 9)}zzzz-${WRITER}` as Stamp;
  expect(parseStamp(at(NOW, full))).toEqual({ wall: NOW + 1, counter: 0, writer: WRITER });
});

test('the last stamp of all stays a stamp', () => {
  const end = at(Date.UTC(2200, 0));
  const full = `${end.slice(0, 9)}zzzz-${WRITER}` as Stamp;
  expect(at(NOW, full)).toBe(full);
});

test('only the years 2020 to 2100 count', () => {
  const written = (year: number) =>
    `${Date.UTC(year, 5).toString(36).padStart(9, '0')}0000-${WRITER}`;
  expect([2019, 2020, 2100, 2101].map((year) => isStamp(written(year)))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test.each(['', 'x', `${at(NOW)}0`, at(NOW).toUpperCase(), at(NOW).replace('-', '_'), 5, null])(
  '%j is no stamp',
  (value) => {
    expect(isStamp(value)).toBe(false);
    expect(parseStamp(String(value))).toBeUndefined();
  },
);
