import { expect, test } from 'vitest';
import { isMessageToWorker } from '../../../src/base/worker-messages.ts';

test('the two messages are known', () => {
  expect(isMessageToWorker({ type: 'update' })).toBe(true);
  expect(isMessageToWorker({ type: 'booted', build: 'a1' })).toBe(true);
});

test.each([null, 'update', {}, { type: 'booted' }, { type: 'booted', build: 1 }, { type: 'skip' }])(
  '%j is none',
  (value) => {
    expect(isMessageToWorker(value)).toBe(false);
  },
);
