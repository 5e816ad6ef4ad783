import { expect, test } from 'vitest';
import { codeDetector } from '#platform/code-detector.ts';

const picture = {} as ImageData;

function scopeWith(formats: readonly string[], found: readonly string[] = []) {
  return {
    BarcodeDetector: class {
      static getSupportedFormats = async () => formats;
      detect = async () => found.map((rawValue) => ({ rawValue }));
    },
  };
}

test('a browser that reads QR codes does it', async () => {
  const detect = await codeDetector(scopeWith(['ean_13', 'qr_code'], ['', 'https://a.example/']));
  expect(await detect?.(picture)).toBe('https://a.example/');
});

test('no code is no text', async () => {
  const detect = await codeDetector(scopeWith(['qr_code']));
  expect(await detect?.(picture)).toBeUndefined();
});

test.each([
  ['has no reader', {}],
  ['reads prices alone', scopeWith(['ean_13'])],
  [
    'lacks the part that does the work',
    {
      BarcodeDetector: { getSupportedFormats: () => Promise.reject(new Error('unavailable')) },
    },
  ],
])('a browser that %s leaves it to us', async (_what, scope) => {
  expect(await codeDetector(scope)).toBeUndefined();
});
