import { expect, test } from 'vitest';
import { isNarrowed, type ListFilters, noFilters } from '#features/list/list-filters.ts';

test('nothing asked for is the whole list, spaces too', () => {
  expect(isNarrowed(noFilters)).toBe(false);
  expect(isNarrowed({ ...noFilters, text: '  ' })).toBe(false);
});

test.each<Partial<ListFilters>>([
  { text: 'bench' },
  { kinds: ['places'] },
  { assetType: 'place' },
  { when: 'now' },
  { free: true },
  { stepFree: true },
  { freshness: 'due' },
  { archived: true },
])('%j asks for a part', (change) => {
  expect(isNarrowed({ ...noFilters, ...change })).toBe(true);
});
