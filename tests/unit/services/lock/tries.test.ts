import { describe, expect, it } from 'vitest';
import { noTries, readTries, waitLeft } from '#services/lock/tries.ts';

const second = 1000;
const minute = 60 * second;
const at = Date.UTC(2026, 10, 27, 9);

describe('the wait after tries in vain', () => {
  it.each([
    [0, 0],
    [1, 0],
    [2, 0],
    [3, 30 * second],
    [4, minute],
    [5, 5 * minute],
    [6, 15 * minute],
    [7, 60 * minute],
    [70, 60 * minute],
  ])('of %i is %i ms', (count, wait) => {
    expect(waitLeft({ count, at }, at)).toBe(wait);
    expect(waitLeft({ count, at }, at + wait)).toBe(0);
    if (wait > 0) expect(waitLeft({ count, at }, at + wait - 1)).toBe(1);
  });

  it('is not longer than the whole of it where the clock was set back', () => {
    expect(waitLeft({ count: 4, at }, at - 30 * 24 * 60 * minute)).toBe(minute);
  });

  it('is nothing for a phone on which nobody has tried, and for what can’t be read', () => {
    expect(waitLeft(noTries, at)).toBe(0);
    for (const stored of [undefined, null, 3, {}, { count: 'x', at }])
      expect(readTries(stored)).toEqual(noTries);
    expect(readTries({ count: 4, at })).toEqual({ count: 4, at });
  });
});
