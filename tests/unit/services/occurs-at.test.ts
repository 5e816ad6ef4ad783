import { expect, test } from 'vitest';
import { createFinderCore } from '#search/index-core.ts';
import { occursAt } from '#services/occurs-at.ts';
import { neighbourhood } from '../../support/neighbourhood.ts';

/** 10:30 on a Tuesday in London, in summer time. */
const tuesdayMorning = Date.UTC(2026, 5, 16, 9, 30);
const weekly = { id: 's', startDate: '2025-01-07', freq: 'weekly', byDay: ['TU'] };

test.each([
  ['open', { ...weekly, startTime: '10:00', endTime: '12:00' }, true, true],
  ['later today', { ...weekly, startTime: '18:00', endTime: '19:00' }, false, true],
  [
    'in term time: perhaps not, and the row says so',
    { ...weekly, startTime: '10:00', endTime: '12:00', termTimeOnly: true },
    true,
    true,
  ],
  [
    'another day',
    { ...weekly, startDate: '2025-01-06', byDay: ['MO'], startTime: '10:00', endTime: '12:00' },
    false,
    false,
  ],
  ['only words', { id: 's', words: 'when the tide is in' }, false, false],
])('%s', (_name, schedule, now, today) => {
  expect(occursAt([schedule], 'now', tuesdayMorning)).toBe(now);
  expect(occursAt([schedule], 'today', tuesdayMorning)).toBe(today);
});

test('the day is the one on the wall in London: half past midnight there is still the day before in UTC', () => {
  const halfPastMidnight = Date.UTC(2026, 5, 15, 23, 30);
  expect(occursAt([weekly], 'today', halfPastMidnight)).toBe(true);
});

test('a finder with it lists what is on that Tuesday', () => {
  const rows = neighbourhood(300, 5);
  const core = createFinderCore({ typeWords: {}, occursAt });
  core.load(rows);
  const expected = rows.filter(
    ({ schedules, status }) =>
      status !== 'archived' && JSON.stringify(schedules ?? []).includes('["TU"]'),
  );
  const { ids } = core.find({ when: 'today', at: tuesdayMorning, limit: 300 });
  expect(ids.toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
});
