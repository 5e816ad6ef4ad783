import { expect, test } from 'vitest';
import { judge } from '../../../tools/unused/judge.ts';

const planted = { what: 'exports', file: 'tools/unused/canary.ts', symbol: 'neverImported' };

test('the planted export alone is fine', () => {
  expect(judge({ read: 400, findings: [planted] })).toEqual([]);
});

test('a check that read hardly anything is blind', () => {
  expect(judge({ read: 3, findings: [planted] })).toEqual([
    'only 3 files were read, fewer than 150',
  ]);
});

test('a check that misses the planted export is blind', () => {
  expect(judge({ read: 400, findings: [] })).toEqual([
    'the planted export neverImported was not found',
  ]);
});

test('everything else that is unused is told', () => {
  const findings = [
    planted,
    { what: 'types', file: 'src/base/json.ts', symbol: 'Odd' },
    { what: 'files', file: 'src/base/odd.ts', symbol: 'src/base/odd.ts' },
  ];
  expect(judge({ read: 400, findings })).toEqual([
    'types: src/base/json.ts: Odd',
    'files: src/base/odd.ts',
  ]);
});
