import { expect, test } from 'vitest';
import { type LockWordsFault, lockWordsFault } from '#seal/lock-words.ts';
import type { LockKind } from '#seal/phone-lock.ts';

test.each<[LockKind, string, LockWordsFault | undefined]>([
  ['numbers', '', 'numbers-few'],
  ['numbers', '28061', 'numbers-few'],
  ['numbers', '280617', undefined],
  ['numbers', ' 280617 ', undefined],
  ['numbers', '28 06 17', 'not-numbers'],
  ['numbers', '28061a', 'not-numbers'],
  ['numbers', '000000', 'numbers-plain'],
  ['numbers', '123456', 'numbers-plain'],
  ['numbers', '987654321', 'numbers-plain'],
  ['numbers', '135791', undefined],
  ['words', 'short words', 'words-few'],
  ['words', 'a      b      c', 'words-few'],
  ['words', 'river chair apple', undefined],
])('%s “%s”: %s', (kind, said, fault) => {
  expect(lockWordsFault(kind, said)).toBe(fault);
});
