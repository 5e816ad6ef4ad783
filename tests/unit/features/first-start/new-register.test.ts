import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  noWords,
  problemsIn,
  stateWith,
  tidied,
  wordsIn,
} from '#features/first-start/new-register.ts';
import { aroundOf } from '#features/first-start/use-surroundings.ts';

describe('a new register', () => {
  it.each([
    ['', 'Mair', 'nameMissing', undefined],
    ['  ', ' ', 'nameMissing', 'yourNameMissing'],
    ['P', 'Mair', 'nameShort', undefined],
    ['p'.repeat(81), 'm'.repeat(61), 'nameLong', 'yourNameLong'],
    ['Pillgwenlly', 'Mair', undefined, undefined],
  ])('%j of %j', (name, yourName, nameProblem, yourNameProblem) => {
    expect(problemsIn({ name, yourName })).toEqual({
      name: nameProblem,
      yourName: yourNameProblem,
    });
  });

  it('is kept without the space around it', () => {
    expect(tidied({ name: ' Pill ', yourName: ' Mair ' })).toEqual({
      name: 'Pill',
      yourName: 'Mair',
    });
  });

  it('survives in a history entry, and an entry of another page is not taken for one', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (name, yourName) => {
        expect(wordsIn(stateWith({ name, yourName }))).toEqual({ name, yourName });
      }),
    );
    expect(wordsIn(null)).toBeUndefined();
    expect(wordsIn({ idx: 3 })).toBeUndefined();
    expect(wordsIn({ newRegister: { name: 4 } })).toEqual(noWords);
  });
});

describe('the browser around', () => {
  const features = {
    isStandalone: false,
    maxTouchPoints: 0,
    hasServiceWorker: true,
    hasIndexedDb: true,
    persisted: false,
    quotaBytes: 50_000_000_000,
  };
  const plain = {
    userAgent: 'Mozilla/5.0 (X11; Linux) Chrome/140',
    features,
    hasSubtleCrypto: true,
  };

  it('that can do all says nothing', () => {
    expect(aroundOf(plain)).toEqual({ where: 'ordinary' });
  });

  it('says the one thing most worth saying', () => {
    const instagram = { ...plain, userAgent: `${plain.userAgent} Instagram 300` };
    expect(aroundOf({ ...instagram, hasSubtleCrypto: false })).toMatchObject({ where: 'in-app' });
    expect(aroundOf({ ...plain, hasSubtleCrypto: false })).toEqual({ where: 'too-old' });
    const noStorage = { ...features, hasIndexedDb: false };
    expect(aroundOf({ ...plain, features: noStorage })).toEqual({ where: 'no-storage' });
    const small = { ...features, quotaBytes: 100_000_000 };
    expect(aroundOf({ ...plain, features: small })).toEqual({ where: 'maybe-private' });
  });
});
