import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readTypedPlace } from '#features/add/typed-place.ts';

describe('one typed line about a place', () => {
  it.each([
    ['Temple Street', false, undefined, 'Temple Street'],
    ['12 Temple Street', true, undefined, 'Temple Street'],
    ['12a Temple Street', true, undefined, 'Temple Street'],
    ['10-14 Commercial Road', true, undefined, 'Commercial Road'],
    ['Flat 3, 12 Temple Street', true, undefined, 'Temple Street'],
    ['Flat B, Temple Street', true, undefined, 'Temple Street'],
    ['No. 7 Alma Street, Pill', true, undefined, 'Alma Street, Pill'],
    ['12 Temple Street NP20 2GA', true, 'NP20 2GA', 'Temple Street'],
    ['Temple Street, np202ga, Newport', true, 'NP20 2GA', 'Temple Street, Newport'],
    ['NP20 2GA', true, 'NP20 2GA', 'NP20'],
    ['3rd Avenue', false, undefined, '3rd Avenue'],
    ['A48 2nd roundabout', false, undefined, 'A48 2nd roundabout'],
    ['  the   old docks ', false, undefined, 'the old docks'],
    ['', false, undefined, ''],
    ['12', true, undefined, ''],
  ])('%j', (text, isAddress, postcode, street) => {
    expect(readTypedPlace(text)).toMatchObject({ isAddress, postcode, street });
  });

  it('is read quickly and without a throw, whatever is pasted', () => {
    fc.assert(fc.property(fc.string({ maxLength: 2000 }), (text) => void readTypedPlace(text)));
    expect(readTypedPlace('1 '.repeat(100_000)).street.length).toBeLessThan(400);
  });

  it('leaves no door at the start of a part', () => {
    const door = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(door, (number) => {
        expect(readTypedPlace(`${number} Temple Street`).street).toBe('Temple Street');
      }),
    );
  });
});
