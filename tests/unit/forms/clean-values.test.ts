import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { parseRecord } from '#domain/record/record.ts';
import { recordTypes } from '#domain/record/values.ts';
import { changedValues } from '#forms/changed-values.ts';
import { cleanValues } from '#forms/clean-values.ts';
import { allGood, fullest } from '../../support/record-fixtures.ts';

describe('clean values', () => {
  it('leave every good record as it is', () => {
    for (const record of allGood()) {
      expect(cleanValues(String(record['type']), record)).toEqual(record);
    }
  });

  it('leave out what is empty, however deep', () => {
    const values: JsonObject = {
      name: 'Hall',
      summary: '   ',
      tags: [],
      cost: '',
      confidentialLocation: false,
      contact: { roleName: '', phones: [{ number: '' }, {}], emails: ['', 'a@b.example'] },
      access: {},
      openingTimes: [{ id: 'a' }, { id: 'b', words: 'Fridays' }],
      spaces: [{ id: 'c', equipment: [] }],
      address: null,
    };
    expect(cleanValues('place', values)).toEqual({
      name: 'Hall',
      contact: { emails: ['a@b.example'] },
      openingTimes: [{ id: 'b', words: 'Fridays' }],
    });
  });

  it('leave out gifts and wishes that nobody has put into words', () => {
    const gift = { id: '1', dimension: 'hand' };
    const typed = { id: '2', dimension: 'hand', giftType: 'g.hand.gardening' };
    expect(
      cleanValues('person', { gifts: [gift, typed], wishes: [{ id: '3', kind: 'join' }] }),
    ).toEqual({ gifts: [typed] });
  });

  it('keep where something is not, and forget where nothing was said', () => {
    const by = { capturedBy: 'typed', capturedAt: '2026-09-01T10:00:00Z' };
    const nowhere = { location: { precision: 'none', ...by } };
    expect(cleanValues('place', nowhere)).toEqual(nowhere);
    expect(cleanValues('place', { location: { precision: 'street', words: ' ', ...by } })).toEqual(
      {},
    );
  });

  it('take the point from a secret place and keep it within the team', () => {
    const secret = { ...fullest('place'), confidentialLocation: true };
    const cleaned = cleanValues('place', secret);
    expect(cleaned['location']).toEqual({
      precision: 'none',
      words: 'Temple Street',
      capturedBy: 'gps',
      capturedAt: '2026-09-01T10:00:00Z',
    });
    expect(cleaned['share']).toBe('team');
    expect(parseRecord(cleaned).ok).toBe(true);
    expect(cleanValues('place', { ...secret, share: 'device' })['share']).toBe('device');
  });

  it('keep what this app has no control for, to the letter', () => {
    const later = { fromTheFuture: '', list: [], nothing: null, osm: { type: 'node', id: 0 } };
    expect(cleanValues('place', later)).toEqual(later);
    expect(cleanValues('spaceship', later)).toEqual(later);
  });

  it('change nothing the second time and never write to what they were given', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...recordTypes),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (type, json) => {
          const values = { ...fullest(type), ...(json as JsonObject) };
          const before = JSON.stringify(values);
          const once = cleanValues(type, values);
          expect(cleanValues(type, once)).toEqual(once);
          expect(JSON.stringify(values)).toBe(before);
        },
      ),
    );
  });
});

describe('changed values', () => {
  it('name what is new, what is other and what is gone', () => {
    const before = { id: '1', type: 'place', name: 'a', tags: ['x'], note: 'n' };
    const after = { id: '2', type: 'group', name: 'b', tags: ['x'], cost: 'free' };
    expect(changedValues(before, after)).toEqual({ name: 'b', note: null, cost: 'free' });
  });

  it('are none between equal records, whatever the order of their keys', () => {
    expect(changedValues({ a: { x: 1, y: [2] } }, { a: { y: [2], x: 1 } })).toEqual({});
  });

  it('turn one record into the other', () => {
    const record = fc.dictionary(
      fc.constantFrom('a', 'b', 'c', 'd'),
      fc.jsonValue({ maxDepth: 2 }),
    );
    fc.assert(
      fc.property(record, record, (one, two) => {
        const before = one as JsonObject;
        const after = Object.fromEntries(
          Object.entries(two as JsonObject).filter(([, value]) => value !== null),
        );
        const merged = Object.entries({ ...before, ...changedValues(before, after) });
        const reached = Object.fromEntries(merged.filter(([, value]) => value !== null));
        expect(reached).toEqual(after);
      }),
    );
  });
});
