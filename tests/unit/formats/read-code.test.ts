import { describe, expect, test } from 'vitest';
import { qrCode } from '#formats/qr-code.ts';
import { readCode } from '#formats/read-code.ts';
import { type CodeLook, codePicture } from '../../support/code-picture.ts';
import { inviteLink } from '../../support/invite-link.ts';
import { chance } from '../../support/seeded.ts';

const text = inviteLink();
const code = qrCode(text);

const looks: readonly (CodeLook & { readonly what: string })[] = [
  { what: 'straight and 320 px', side: 320, fills: 0.95 },
  { what: 'turned a little and 320 px', side: 320, fills: 0.8, degrees: 7 },
  { what: 'turned by an eighth', side: 480, fills: 0.65, degrees: 45 },
  { what: 'on its side', side: 320, fills: 0.9, degrees: 90 },
  { what: 'upside down and noisy', side: 480, fills: 0.8, degrees: 180, noise: 30 },
  { what: 'noisy and 320 px', side: 320, fills: 0.8, noise: 25 },
  { what: 'tilted, turned and noisy', side: 720, fills: 0.7, degrees: 23, tilt: 0.15, noise: 25 },
  { what: 'on a dim screen', side: 480, fills: 0.8, degrees: 3, greys: [60, 130], noise: 6 },
  { what: 'in glare', side: 480, fills: 0.8, degrees: 3, greys: [150, 250], noise: 6 },
  { what: 'far away', side: 720, fills: 0.3 },
];

describe('a picture of our code is read', () => {
  test.each(looks)('$what', (look) => {
    expect(readCode(codePicture(code, look))).toBe(text);
  });
});

/** What a camera sees while nobody has aimed it yet. */
const noCodes = {
  'a white wall': () => 255,
  'the inside of a pocket': () => 0,
  noise: (random: () => number) => random() * 255,
  railings: (_random: () => number, x: number) => (Math.floor(x / 4) % 2) * 255,
};

describe('where there is no code nothing is read', () => {
  test.each(Object.entries(noCodes))('%s', (_name, shadeAt) => {
    const random = chance(3);
    const side = 200;
    const data = new Uint8ClampedArray(side * side * 4);
    for (let at = 0; at < side * side; at += 1) {
      const shade = shadeAt(random.next, at % side);
      data.set([shade, shade, shade, 255], at * 4);
    }
    expect(readCode({ data, width: side, height: side })).toBeUndefined();
  });

  test.each([
    [1, 1],
    [3, 300],
    [300, 3],
  ])('a picture of %d × %d', (width, height) => {
    const data = new Uint8ClampedArray(width * height * 4);
    expect(readCode({ data, width, height })).toBeUndefined();
  });
});

test('a bad picture is not read, but never misread, and never throws', () => {
  const random = chance(20_261_127);
  const read = Array.from({ length: 60 }, (_, turn) => {
    const written = `https://a.example/join#${turn}${'z'.repeat(random.below(80))}`;
    const seen = readCode(
      codePicture(qrCode(written), {
        side: 60 + random.below(200),
        fills: 0.4 + random.next() * 0.8,
        degrees: random.next() * 360,
        tilt: random.next() * 0.4,
        noise: random.next() * 80,
        greys: [random.below(110), 150 + random.below(105)],
      }),
    );
    if (seen !== undefined) expect(seen).toBe(written);
    return seen !== undefined;
  });
  // Neither all nor none, or nothing was tried.
  expect(new Set(read).size).toBe(2);
});
