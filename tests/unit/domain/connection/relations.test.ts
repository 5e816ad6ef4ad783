import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bornAs, relationNames, relationsBetween } from '#domain/connection/connection.ts';
import { parseRecord } from '#domain/record/record.ts';
import { recordTypes } from '#domain/record/values.ts';
import { fullest } from '../../../support/record-fixtures.ts';

const id = (n: number) => `0198f3a0-0000-7000-8000-00000000000${n}`;

describe('relations', () => {
  it('are offered where they fit', () => {
    expect(relationsBetween('group', 'place')).toEqual(
      expect.arrayContaining(['meets-at', 'looks-after', 'part-of', 'could-connect']),
    );
    expect(relationsBetween('place', 'group')).toContain('hosts');
    expect(relationsBetween('place', 'group')).not.toContain('meets-at');
    expect(relationsBetween('person', 'person')).toEqual(
      expect.arrayContaining(['knows', 'introduced']),
    );
    expect(relationsBetween('story', 'person')).toEqual(['could-connect']);
  });

  it('never point at a person where "any" stands', () => {
    for (const from of recordTypes) {
      for (const relation of ['funds', 'commissions', 'buys-from', 'lends-to', 'about'] as const) {
        expect(relationsBetween(from, 'person')).not.toContain(relation);
      }
    }
  });

  it('begin as they are: what could be is possible, and for the team at most', () => {
    expect(bornAs('could-connect', 'public')).toEqual({ state: 'possible', share: 'team' });
    expect(bornAs('could-connect', 'device')).toEqual({ state: 'possible', share: 'device' });
    expect(bornAs('works-with', 'public')).toEqual({ state: 'active', share: 'public' });
  });

  it('are accepted exactly where they are offered', () => {
    const types = fc.constantFrom(...recordTypes);
    fc.assert(
      fc.property(types, types, fc.constantFrom(...relationNames), (from, to, rel) => {
        const parsed = parseRecord({
          ...fullest('connection'),
          from: { type: from, id: id(1) },
          to: { type: to, id: id(2) },
          rel,
        });
        expect(parsed.ok).toBe(relationsBetween(from, to).includes(rel));
      }),
      { numRuns: 500 },
    );
  });
});
