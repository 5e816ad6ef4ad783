import { expect, test } from 'vitest';
import { packBytesMax } from '#pack/limits.ts';
import { checkSize } from '../../../../tools/pack/write-neighbourhood.ts';

test('what the app would refuse for its size is not made', () => {
  expect(() => checkSize(new Uint8Array(packBytesMax))).not.toThrow();
  expect(() => checkSize(new Uint8Array(packBytesMax + 1))).toThrow('larger than the app takes');
});
