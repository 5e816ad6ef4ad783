import { describe, expect, it } from 'vitest';
import { relations, relationsBetween } from '#domain/connection/connection.ts';
import type { ThingRow } from '#domain/record/thing-row.ts';
import { isTied, keyOf, tieChoices } from '#features/card/tie-choices.ts';
import type { Tie } from '#services/thing-on-shelf.ts';

const types = ['group', 'organisation', 'place', 'exchange', 'story', 'activity'] as const;
const pairs = types.flatMap((from) => types.map((to) => [from, to] as const));

const tie = (rel: Tie['rel'], outward: boolean): Tie => ({
  id: 't',
  rel,
  outward,
  state: 'active',
  other: { id: 'other' } as ThingRow,
});

describe('the sentences that may join two things', () => {
  it.each(pairs)('%s and %s: each fits its ends and stands once', (from, to) => {
    const choices = tieChoices(from, to);
    expect(choices.length).toBeGreaterThan(0);
    for (const { rel, outward } of choices) {
      expect(outward ? relationsBetween(from, to) : relationsBetween(to, from)).toContain(rel);
    }
    const keys = choices.map(keyOf);
    expect(new Set(keys).size).toBe(keys.length);
    const bothWays = choices.filter(({ rel }) => !relations[rel].directed).map(({ rel }) => rel);
    expect(new Set(bothWays).size).toBe(bothWays.length);
  });

  it('are told from either side', () => {
    expect(tieChoices('group', 'place')).toContainEqual({ rel: 'meets-at', outward: true });
    expect(tieChoices('place', 'group')).toContainEqual({ rel: 'meets-at', outward: false });
  });

  it('end with the one that only might be', () => {
    for (const [from, to] of pairs) expect(tieChoices(from, to).at(-1)?.rel).toBe('could-connect');
  });
});

describe('a tie that is there already', () => {
  it('is the same relation, to the same thing, in the same direction', () => {
    const ties = [tie('funds', true)];
    expect(isTied(ties, 'other', { rel: 'funds', outward: true })).toBe(true);
    expect(isTied(ties, 'other', { rel: 'funds', outward: false })).toBe(false);
    expect(isTied(ties, 'another', { rel: 'funds', outward: true })).toBe(false);
  });

  it('has no direction where the relation has none', () => {
    expect(isTied([tie('works-with', false)], 'other', { rel: 'works-with', outward: true })).toBe(
      true,
    );
  });
});
