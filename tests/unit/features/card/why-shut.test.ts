import { describe, expect, it } from 'vitest';
import { whyShut } from '#features/card/why-shut.ts';

describe('who may see a card', () => {
  it('keeps people on this phone', () => {
    const person = { type: 'person', isSecret: false, value: 'device' } as const;
    expect(whyShut(person, 'device')).toBeUndefined();
    expect((['team', 'members', 'public'] as const).map((level) => whyShut(person, level))).toEqual(
      ['people', 'people', 'people'],
    );
  });

  it('keeps a secret place with the team', () => {
    const refuge = { type: 'place', isSecret: true, value: 'team' } as const;
    expect(whyShut(refuge, 'device')).toBeUndefined();
    expect(whyShut(refuge, 'members')).toBe('confidential');
    expect(whyShut(refuge, 'public')).toBe('confidential');
  });

  it('shuts the team on a phone that is not in it', () => {
    const bench = { type: 'place', isSecret: false, value: 'members' } as const;
    expect(whyShut({ ...bench, hasTeam: false }, 'team')).toBe('team');
    expect(whyShut({ ...bench, hasTeam: true }, 'team')).toBeUndefined();
  });

  it('lets a story go to anyone only with its teller, and leaves what is chosen as it is', () => {
    expect(whyShut({ type: 'story', isSecret: false, value: 'members' }, 'public')).toBe('story');
    expect(whyShut({ type: 'story', isSecret: false, value: 'public' }, 'public')).toBeUndefined();
  });
});
