import { expect, test } from 'vitest';
import { whereBeside } from '#domain/record/thing-row.ts';

test.each([
  ['Pill Library', 'Pill Library', undefined],
  ['Pill Library', 'pill library.', undefined],
  ['Pill Library', 'Pill Library, Temple Street', 'Temple Street'],
  ['Pill Library', 'Pill Library Gardens', 'Pill Library Gardens'],
  ['Pill', 'Pill Library', 'Pill Library'],
  ['Tuesday knitters', 'Pill Library', 'Pill Library'],
  ['Tuesday knitters', undefined, undefined],
])('beside %j, %j is told as %j', (name, where, told) => {
  expect(whereBeside({ name, ...(where === undefined ? {} : { where }) })).toBe(told);
});
