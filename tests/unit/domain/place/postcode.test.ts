import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normalisePostcode } from '#domain/place/postcode.ts';

describe('a postcode', () => {
  it.each([
    ['np20 2pb', 'NP20 2PB'],
    ['NP202PB', 'NP20 2PB'],
    [' cf10-1 aa ', 'CF10 1AA'],
    ['m1 1ae', 'M1 1AE'],
    ['ec1a 1bb', 'EC1A 1BB'],
    ['gir0aa', 'GIR 0AA'],
  ])('%s is kept as %s', (typed, kept) => {
    expect(normalisePostcode(typed)).toEqual({ ok: true, value: kept });
  });

  it.each(['', 'NP20', '2PB NP20', 'NP20 2PBX', '１２３', '<b>', 'x'.repeat(100_000)])(
    'is not %.20s',
    (typed) => {
      expect(normalisePostcode(typed)).toMatchObject({
        ok: false,
        error: { kind: 'not-a-postcode' },
      });
    },
  );

  it('stays as it is when read again', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 30 }), (typed) => {
        const once = normalisePostcode(typed);
        if (once.ok) expect(normalisePostcode(once.value)).toEqual(once);
      }),
    );
  });
});
