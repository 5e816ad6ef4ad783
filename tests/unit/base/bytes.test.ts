import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import {
  concatBytes,
  equalBytes,
  fromBase64,
  fromBase64Url,
  fromHex,
  isBase64,
  lengthPrefixed,
  toBase64,
  toBase64Url,
  toHex,
  utf8,
  utf8Text,
} from '#base/bytes.ts';

const bytes = fc.uint8Array({ maxLength: 400 });
const refusedBase64 = [
  'A',
  'AA',
  'AAA',
  'AA=',
  'A===',
  'AB==',
  'AAB=',
  'AA==AA==',
  'AA A',
  'A-_A',
  'AAAA\n',
  '====',
];

describe('hex', () => {
  test('goes both ways', () => {
    expect(toHex(Uint8Array.of(0, 10, 255))).toBe('000aff');
    fc.assert(
      fc.property(bytes, (value) => equalBytes(fromHex(toHex(value)) ?? utf8('none'), value)),
    );
  });

  test.each(['a', 'AB', '0g', ' 00', '00\n', '0x00'])('refuses %j', (text) => {
    expect(fromHex(text)).toBeUndefined();
  });
});

describe('base64', () => {
  afterEach(() => {
    Reflect.deleteProperty(Uint8Array, 'fromBase64');
    Reflect.deleteProperty(Uint8Array.prototype, 'toBase64');
  });

  test('spells what every other implementation spells', () => {
    fc.assert(
      fc.property(bytes, (value) => {
        const text = Buffer.from(value).toString('base64');
        expect(toBase64(value)).toBe(text);
        expect(fromBase64(text)).toEqual(value);
        const forAddress = Buffer.from(value).toString('base64url');
        expect(toBase64Url(value)).toBe(forAddress);
        expect(fromBase64Url(forAddress)).toEqual(value);
      }),
    );
  });

  test('takes more bytes than an engine takes arguments', () => {
    const large = new Uint8Array(1_000_001).map((_, index) => index * 7);
    expect(toBase64(large)).toBe(Buffer.from(large).toString('base64'));
    expect(equalBytes(fromBase64(toBase64(large)) ?? new Uint8Array(), large)).toBe(true);
  });

  test.each(refusedBase64)('has one spelling for each value: refuses %j', (text) => {
    expect(isBase64(text)).toBe(false);
    expect(fromBase64(text)).toBeUndefined();
  });

  test.each(['A', 'AB', 'AA==', 'A+/A', 'AA A', 'AAAA\n'])('for addresses refuses %j', (text) => {
    expect(fromBase64Url(text)).toBeUndefined();
  });

  test("uses the platform's own where there is one, and still refuses second spellings", () => {
    const native = vi.fn((text: string) => new Uint8Array(Buffer.from(text, 'base64')));
    Object.defineProperty(Uint8Array, 'fromBase64', { value: native, configurable: true });
    Object.defineProperty(Uint8Array.prototype, 'toBase64', {
      value: () => 'own',
      configurable: true,
    });
    expect(toBase64(Uint8Array.of(1))).toBe('own');
    expect(fromBase64('AQI=')).toEqual(Uint8Array.of(1, 2));
    for (const text of refusedBase64) expect(fromBase64(text)).toBeUndefined();
    expect(native).toHaveBeenCalledTimes(1);
  });
});

describe('text', () => {
  test('goes both ways, byte order mark and all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => utf8Text(utf8(text)) === text));
    expect(utf8Text(utf8('\ufeffa'))).toBe('\ufeffa');
  });

  test.each([[[0xff]], [[0xc0, 0x80]], [[0xed, 0xa0, 0x80]], [[0xe2, 0x82]]])(
    'refuses the malformed bytes %j',
    (malformed) => expect(utf8Text(Uint8Array.from(malformed))).toBeUndefined(),
  );
});

describe('joining', () => {
  test('puts parts behind each other', () => {
    expect(concatBytes([])).toEqual(new Uint8Array());
    expect(concatBytes([Uint8Array.of(1), new Uint8Array(), Uint8Array.of(2, 3)])).toEqual(
      Uint8Array.of(1, 2, 3),
    );
  });

  test('length prefixes count bytes, not letters', () => {
    expect(lengthPrefixed(['é', Uint8Array.of(9)])).toEqual(
      Uint8Array.of(0, 0, 0, 2, 0xc3, 0xa9, 0, 0, 0, 1, 9),
    );
  });

  test('no two lists of parts give the same bytes', () => {
    const parts = fc.array(fc.string({ maxLength: 6 }), { maxLength: 5 });
    fc.assert(
      fc.property(parts, parts, (left, right) => {
        const isSame = equalBytes(lengthPrefixed(left), lengthPrefixed(right));
        expect(isSame).toBe(JSON.stringify(left) === JSON.stringify(right));
      }),
    );
  });
});

test('equal bytes are equal in length and in every place', () => {
  expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2))).toBe(true);
  expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 3))).toBe(false);
  expect(equalBytes(Uint8Array.of(1, 2), Uint8Array.of(1, 2, 3))).toBe(false);
  expect(equalBytes(Uint8Array.of(1, 2, 3), Uint8Array.of(1, 2))).toBe(false);
});
