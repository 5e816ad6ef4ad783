import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Json } from '#base/json.ts';
import { hasWords, noAnswers, readAnswers, wordsFor } from '#features/add/answers.ts';
import { startingAnswers } from '#features/add/use-answers.ts';
import { anyAnswers } from './any-answers.ts';

describe('a stored draft', () => {
  it('comes back as it was typed', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        expect(readAnswers(JSON.parse(JSON.stringify(answers)))).toEqual(
          JSON.parse(JSON.stringify(answers)),
        );
      }),
    );
  });

  it('of any shape is read, and what it says wrongly counts as not answered', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (stored) => {
        expect(Object.keys(readAnswers(stored as Json)).sort()).toEqual(
          Object.keys(noAnswers).sort(),
        );
      }),
    );
    const odd = { kind: 'dragons', name: 7, spot: { lon: 400, lat: 0 }, id: '../x', secret: 'yes' };
    expect(readAnswers(odd)).toEqual(noAnswers);
  });

  it('is worth keeping once it holds words or a spot', () => {
    expect(hasWords(noAnswers)).toBe(false);
    expect(hasWords({ ...noAnswers, kind: 'places', name: '  ' })).toBe(false);
    expect(hasWords({ ...noAnswers, gift: 'bikes' })).toBe(true);
    expect(wordsFor({ ...noAnswers, gift: 'bikes' })).toBe('bikes');
  });
});

describe('an address with wishes', () => {
  it('fills an empty form', () => {
    const wished = startingAnswers(noAnswers, '?kind=groups&name=Tuesday%20knitters');
    expect(wished).toMatchObject({ kind: 'groups', name: 'Tuesday knitters' });
    expect(startingAnswers(noAnswers, '?kind=dragons')).toEqual(noAnswers);
  });

  it('never overwrites words', () => {
    const typed = { ...noAnswers, kind: 'places', name: 'Chatty bench' } as const;
    expect(startingAnswers(typed, '?kind=groups&name=Knitters')).toEqual(typed);
  });
});
