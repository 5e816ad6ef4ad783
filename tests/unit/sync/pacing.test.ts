import { describe, expect, test } from 'vitest';
import { makePace, waitAfter } from '#sync/pacing.ts';
import { handTimers } from './support/hand-timers.ts';

const pace = (random = 1) => {
  const hand = handTimers();
  let done = 0;
  const made = makePace({ ...hand, random: () => random, work: () => (done += 1) });
  return { ...hand, pace: made, done: () => done };
};

describe('what is done next', () => {
  test('waits from a second to five minutes after failures, and never in step with other phones', () => {
    expect([1, 2, 3, 9, 10, 400].map((failures) => waitAfter(failures, 1))).toEqual([
      ...[1_000, 2_000, 4_000, 256_000, 300_000, 300_000],
    ]);
    expect(waitAfter(3, 0)).toBe(2_000);
  });

  test('comes at the soonest of what was wanted, once', () => {
    const { pace: made, advance, next, done } = pace();
    made.schedule(60_000);
    made.schedule(1_000);
    made.schedule(30_000);
    expect(next()).toBe(1_000);
    advance(1_000);
    expect([done(), next()]).toEqual([1, undefined]);
  });

  test('what is wanted while the work is still under way is done after it', () => {
    const { pace: made, advance, next, done } = pace();
    made.schedule(1_000);
    advance(1_000);
    // Whoever works does not say so a second time: the work was begun before.
    made.schedule(1_000);
    expect(next()).toBe(1_000);
    advance(1_000);
    expect(done()).toBe(2);
  });

  test('never sooner than after a failure it may, however often it is wanted', () => {
    const { pace: made, advance, next, done } = pace();
    for (let failure = 0; failure < 4; failure += 1) made.wentWrong();
    for (let save = 0; save < 9; save += 1) made.schedule(1_000);
    expect(next()).toBe(8_000);
    made.hurry();
    expect(next()).toBe(0);
    advance(0);
    made.begin();
    made.wentWell();
    made.schedule(1_000);
    expect([done(), next()]).toEqual([1, 1_000]);
  });

  test('what the other side asked to wait holds whatever hurries', () => {
    const { pace: made, next } = pace();
    made.wentWrong(90);
    made.hurry();
    made.schedule(0);
    expect(next()).toBe(90_000);
  });

  test('ends', () => {
    const { pace: made, next } = pace();
    made.schedule(5);
    made.end();
    made.schedule(5);
    expect(next()).toBeUndefined();
  });
});
