import { expect, test } from 'vitest';
import { bareImage } from '#platform/bare-image.ts';

const ascii = (text: string) => [...text].map((letter) => letter.charCodeAt(0));
const chunk = (kind: string, body: number[]) => [
  ...ascii(kind),
  ...[body.length, 0, 0, 0],
  ...body,
  ...(body.length % 2 ? [0] : []),
];
const riff = (...chunks: number[][]) => {
  const body = [...ascii('WEBP'), ...chunks.flat()];
  return new Uint8Array([...ascii('RIFF'), body.length, 0, 0, 0, ...body]);
};

test('of a WebP only the picture is left', () => {
  const picture = chunk('VP8 ', [1, 2, 3]);
  const full = riff(
    chunk('VP8X', Array(10).fill(0)),
    chunk('ICCP', ascii('profile')),
    picture,
    chunk('EXIF', ascii('51N 3W')),
    chunk('XMP ', ascii('<x/>')),
  );
  expect(bareImage(full)).toEqual(riff(picture));
  expect(bareImage(riff(picture))).toEqual(riff(picture));
});

test('a WebP that needs its long form is left alone', () => {
  const alpha = riff(chunk('VP8X', Array(10).fill(0)), chunk('ALPH', [1]), chunk('VP8 ', [1]));
  expect(bareImage(alpha)).toEqual(alpha);
});

test('of a JPEG the segments that carry words are left out', () => {
  const segment = (marker: number, body: number[]) => [0xff, marker, 0, body.length + 2, ...body];
  const jfif = segment(0xe0, ascii('JFIF\0'));
  const table = segment(0xdb, [9, 9]);
  const scan = [0xff, 0xda, 0, 2, 7, 7, 0xff, 0xd9];
  const full = new Uint8Array([
    ...[0xff, 0xd8],
    ...jfif,
    ...segment(0xe1, ascii('Exif\0\0 51N')),
    ...segment(0xfe, ascii('hello')),
    ...table,
    ...segment(0xe2, ascii('ICC_PROFILE')),
    ...scan,
  ]);
  expect(bareImage(full)).toEqual(new Uint8Array([0xff, 0xd8, ...jfif, ...table, ...scan]));
});

test('anything else comes back as it is, also cut short', () => {
  for (const bytes of [
    [],
    [0xff],
    [0xff, 0xd8],
    [0xff, 0xd8, 0xff, 0xe1, 0xff, 0xff],
    ascii('RIFF'),
  ]) {
    expect(bareImage(new Uint8Array(bytes)).length).toBeLessThanOrEqual(bytes.length);
  }
});
