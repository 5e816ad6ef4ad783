import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  completeWebAddress,
  readDecimal,
  readPounds,
  readWhole,
  showPounds,
} from '#forms/typed-values.ts';

describe('pounds as typed', () => {
  it.each([
    ['2.50', 250],
    ['£3', 300],
    ['£ 0,5', 50],
    ['2.5', 250],
    ['0', 0],
    [' 19.99 ', 1999],
    ['', undefined],
    ['2.505', '2.505'],
    ['free', 'free'],
    ['-1', '-1'],
    ['1e3', '1e3'],
  ])('%j are %j', (typed, kept) => {
    expect(readPounds(typed)).toBe(kept);
  });

  it('come back as they were kept, to the penny', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 100_000_000 }), (pence) => {
        expect(readPounds(showPounds(pence))).toBe(pence);
      }),
    );
  });
});

describe('numbers as typed', () => {
  it('are read when they are numbers and kept as typed when not', () => {
    expect([
      readWhole('16'),
      readWhole(' 0 '),
      readWhole(''),
      readWhole('4.5'),
      readWhole('ten'),
    ]).toEqual([16, 0, undefined, '4.5', 'ten']);
    expect([readDecimal('120,5'), readDecimal('12.25'), readDecimal('12.')]).toEqual([
      120.5,
      12.25,
      '12.',
    ]);
  });
});

describe('a web address as typed', () => {
  it.each([
    ['pillhall.org', 'https://pillhall.org'],
    [' www.pill.example/hall?x=1 ', 'https://www.pill.example/hall?x=1'],
    ['https://pill.example', 'https://pill.example'],
    ['http://pill.example', 'http://pill.example'],
    ['javascript:alert(1)', 'javascript:alert(1)'],
    ['mailto:a@b.example', 'mailto:a@b.example'],
    ['just come in', 'just come in'],
    ['', ''],
  ])('%j becomes %j', (typed, complete) => {
    expect(completeWebAddress(typed)).toBe(complete);
  });
});
