import { expect, test } from 'vitest';
import { dayNamedIn } from '#forms/day-named-in.ts';

/** A Sunday. */
const today = '2026-11-22';

test.each([
  ['Tuesday evenings in the back room', '2026-11-24'],
  ['every SUNDAY', '2026-11-22'],
  ['Thursdays, and Mondays in summer', '2026-11-23'],
  ['when the tide is in', today],
  ['', today],
])('“%s” begins on %s', (words, day) => {
  expect(dayNamedIn(words, today, 'en-GB')).toBe(day);
});

test.each([
  ['Dydd Mawrth am ddau', '2026-11-24'],
  ['Bob nos Fawrth', '2026-11-24'],
  ['nos Fercher yn y neuadd', '2026-11-25'],
  ['Nos Wener', '2026-11-27'],
  ['bore Sadwrn', '2026-11-28'],
  ['nos Lun', '2026-11-23'],
  ['Lluniaeth ar gael', today],
])('in Welsh “%s” begins on %s', (words, day) => {
  expect(dayNamedIn(words, today, 'cy')).toBe(day);
});
