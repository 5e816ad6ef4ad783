import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { homeOfField, joinFacets, splitFacets } from '#domain/record/facets.ts';
import { kindOf, kinds } from '#domain/record/kinds.ts';
import { parseRecord } from '#domain/record/record.ts';
import { recordTypes } from '#domain/record/values.ts';
import { homes, type ShareLevel, shareLevels, shareRank } from '#domain/sharing/level.ts';
import { allGood, fullest } from '../../../support/record-fixtures.ts';

/** Any record that could be: some fields of the fullest one, at any level. */
const anyValues = fc.constantFrom(...recordTypes).chain((type) =>
  fc
    .tuple(fc.subarray(Object.keys(kinds[type].fields)), fc.constantFrom(...shareLevels))
    .map(([fields, share]) => ({
      type,
      values: {
        ...Object.fromEntries(fields.map((field) => [field, fullest(type)[field] ?? true])),
        share,
      } as JsonObject,
    })),
);

describe('facets', () => {
  it('join to what was split', () => {
    fc.assert(
      fc.property(anyValues, ({ type, values }) => {
        expect(joinFacets(splitFacets(type, values))).toEqual(values);
      }),
    );
  });

  it('hold no field above its own ceiling or above the level of its record', () => {
    fc.assert(
      fc.property(anyValues, ({ type, values }) => {
        const facets = splitFacets(type, values);
        for (const home of homes) {
          for (const field of Object.keys(facets[home])) {
            const ceiling = kindOf(type)?.fields[field]?.share ?? 'public';
            expect(shareRank(home), field).toBeLessThanOrEqual(shareRank(ceiling));
            expect(shareRank(home), field).toBeLessThanOrEqual(
              shareRank(values['share'] as ShareLevel),
            );
          }
        }
      }),
    );
  });

  it('keep each field of every good record in one home only, and make it whole again', () => {
    for (const record of allGood()) {
      const { id, type, ...values } = record;
      const facets = splitFacets(String(type), values);
      const held = homes.flatMap((home) => Object.keys(facets[home]));
      expect(held.length).toBe(new Set(held).size);
      expect(parseRecord({ id: id ?? null, type: type ?? null, ...joinFacets(facets) }).ok).toBe(
        true,
      );
    }
  });

  it('leave notes and keyholders with the team, phone numbers with members', () => {
    const facets = splitFacets('place', fullest('place'));
    expect(Object.keys(facets.team).sort()).toEqual(['keyholders', 'note', 'risk']);
    expect(Object.keys(facets.members)).toEqual(expect.arrayContaining(['name', 'contact']));
    expect(facets.device).toEqual({});
  });

  it('put the whole of a person on this phone', () => {
    const { team, members, device } = splitFacets('person', fullest('person'));
    expect([team, members]).toEqual([{}, {}]);
    expect(Object.keys(device)).toEqual(expect.arrayContaining(['displayName', 'gifts', 'note']));
  });

  it('let the narrowest home speak last on a field held twice', () => {
    expect(
      joinFacets({ members: { note: 'wide' }, team: { note: 'team' }, device: { note: 'mine' } }),
    ).toEqual({ note: 'mine' });
  });

  it('put unknown fields where their record is, and inherited names change nothing', () => {
    expect(homeOfField('place', 'somethingNew', 'team')).toBe('team');
    expect(homeOfField('spaceship', 'crew', 'public')).toBe('members');
    const values = JSON.parse('{"share":"public","__proto__":{"x":1},"toString":1}') as JsonObject;
    const facets = splitFacets('place', values);
    expect(Object.getPrototypeOf(facets.members)).toBe(Object.prototype);
    expect(JSON.stringify(joinFacets(facets))).toBe(JSON.stringify(values));
  });
});
