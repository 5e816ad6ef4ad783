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

test('days are known by their names in the language shown', () => {
  expect(dayNamedIn('Nos Fawrth: dydd Mawrth', today, 'cy')).toBe('2026-11-24');
});
