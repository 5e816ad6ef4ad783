import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readImageHeader } from '#platform/image-header.ts';

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(
    parts.flatMap((part) =>
      typeof part === 'string' ? [...part].map((c) => c.charCodeAt(0)) : part,
    ),
  );

test('reads the size of each kind from its own bytes', () => {
  const jpeg = bytes(
    [0xff, 0xd8, 0xff, 0xe1, 0, 4, 1, 2],
    [0xff, 0xc2, 0, 17, 8, 0x0b, 0xb8, 0x0f, 0xa0],
  );
  expect(readImageHeader(jpeg)).toEqual({ format: 'jpeg', width: 4000, height: 3000 });
  const png = bytes([0x89], 'PNG\r\n', [0x1a, 0x0a, 0, 0, 0, 13], 'IHDR', [0, 0, 1, 0, 0, 0, 0, 9]);
  expect(readImageHeader(png)).toEqual({ format: 'png', width: 256, height: 9 });
  const gif = bytes('GIF89a', [0x40, 1, 0xf0, 0]);
  expect(readImageHeader(gif)).toEqual({ format: 'gif', width: 320, height: 240 });
  const riff = (kind: string, rest: number[]) =>
    bytes('RIFF', [0, 0, 0, 0], 'WEBP', kind, [0, 0, 0, 0], rest, Array(16).fill(0));
  expect(readImageHeader(riff('VP8X', [0, 0, 0, 0, 0x9f, 0x0f, 0, 0xb7, 0x0b, 0]))).toEqual({
    format: 'webp',
    width: 4000,
    height: 3000,
  });
  expect(readImageHeader(riff('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, 0x40, 1, 0xf0, 0]))).toEqual({
    format: 'webp',
    width: 320,
    height: 240,
  });
  expect(readImageHeader(riff('VP8L', [0x2f, 0x3f, 0xc1, 0x3b, 0]))).toMatchObject({
    width: 320,
    height: 240,
  });
  const avif = bytes(
    [0, 0, 0, 16],
    'ftypavif',
    Array(4).fill(0),
    'ispe',
    [0, 0, 0, 0, 0, 0, 2, 0, 0, 0, 1, 0],
  );
  expect(readImageHeader(avif)).toEqual({ format: 'heif', width: 512, height: 256 });
});

test.each([
  ['SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
  ['a page', '<!doctype html><script>alert(1)</script>'],
  ['text', 'hello'],
  ['nothing', ''],
  ['a PDF', '%PDF-1.7'],
])('%s is no photo', (_, text) => {
  expect(readImageHeader(bytes(text))).toBeUndefined();
});

test('whatever the bytes, an answer comes and nothing is thrown', () => {
  const starts = fc.constantFrom(
    ...[
      [],
      [0xff, 0xd8],
      [0x89, 0x50, 0x4e, 0x47],
      [...bytes('GIF89a')],
      [...bytes('RIFF    WEBPVP8 ')],
    ],
    [...bytes('    ftypheic')],
  );
  fc.assert(
    fc.property(starts, fc.uint8Array({ maxLength: 300 }), (start, rest) => {
      const header = readImageHeader(new Uint8Array([...start, ...rest]));
      expect(header === undefined || header.width >= 0).toBe(true);
    }),
    { numRuns: 3000 },
  );
});
