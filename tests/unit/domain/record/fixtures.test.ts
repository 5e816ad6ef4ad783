import { describe, expect, it } from 'vitest';
import { kinds } from '#domain/record/kinds.ts';
import { parseRecord } from '#domain/record/record.ts';
import { recordTypes } from '#domain/record/values.ts';
import errors from '#i18n/en-GB/errors.json' with { type: 'json' };
import { badRecords, goodRecords } from '../../../support/record-fixtures.ts';

describe.each(recordTypes)('%s', (type) => {
  it.each(goodRecords(type).map((record) => [String(record['id']), record] as const))(
    'takes the good record %s and changes nothing in it',
    (_, record) => {
      expect(parseRecord(record)).toEqual({ ok: true, value: record });
    },
  );

  it('fills every field of the kind at least once', () => {
    const filled = new Set(goodRecords(type).flatMap((record) => Object.keys(record)));
    expect(Object.keys(kinds[type].fields).filter((field) => !filled.has(field))).toEqual([]);
  });

  it.each(badRecords(type).map((bad) => [bad.why, bad] as const))('refuses: %s', (_, bad) => {
    const parsed = parseRecord(bad.whole);
    expect(parsed.ok).toBe(false);
    const issues = parsed.ok ? [] : (parsed.error.issues ?? []);
    expect(issues).toContainEqual({ field: bad.field, message: bad.message });
  });

  it('has a plain sentence for every message it gives', () => {
    const messages = badRecords(type).flatMap(({ whole }) => {
      const parsed = parseRecord(whole);
      return parsed.ok ? [] : (parsed.error.issues ?? []).map(({ message }) => message);
    });
    expect(messages.length).toBeGreaterThan(10);
    expect([...new Set(messages)].filter((message) => !(message in errors))).toEqual([]);
  });
});
