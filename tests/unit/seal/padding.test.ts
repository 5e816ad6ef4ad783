import { expect, test } from 'vitest';
import { paddedLength, padText } from '#seal/padding.ts';

test.each([
  [1, 256],
  [256, 256],
  [257, 512],
  [1793, 2048],
  [2048, 2048],
  [2049, 3072],
  [3072, 3072],
  [3073, 4096],
  [131_072, 131_072],
  [131_073, 132_096],
])('%i bytes are padded to %i', (length, padded) => expect(paddedLength(length)).toBe(padded));

test('bytes are counted, not letters, and what is added are spaces', () => {
  const padded = padText(`"${'é'.repeat(128)}"`);
  expect(padded).toHaveLength(512);
  expect(padded.subarray(258)).toEqual(new Uint8Array(254).fill(0x20));
});
