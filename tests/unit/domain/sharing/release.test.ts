import { expect, it } from 'vitest';
import { parseRecord } from '#domain/record/record.ts';
import { release, releaseWords } from '#domain/sharing/release.ts';
import { allGood } from '../../../support/record-fixtures.ts';

const records = allGood().flatMap((values) => {
  const record = parseRecord(values);
  return record.ok ? [record.value] : [];
});

it("a member's own copy holds all their phone does, marks of confidence too", () => {
  const { records: given, log } = release(records, { audience: 'own-copy' });
  expect(given).toEqual(records);
  expect(given.some((record) => 'confidentialLocation' in record)).toBe(true);
  expect(log).toEqual({ audience: 'own-copy', given: records.length, keptBack: 0 });
});

it('the note about it counts and names nobody', () => {
  const { log } = release(records, { audience: 'own-copy' });
  expect(releaseWords(log)).toBe(`release own-copy: ${records.length} given, 0 kept back`);
});
