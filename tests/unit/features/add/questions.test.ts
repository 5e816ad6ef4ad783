import { describe, expect, it } from 'vitest';
import { shareLevels } from '#domain/sharing/level.ts';
import { assetKinds } from '#domain/taxonomy/kinds.ts';
import { catalogueKey } from '#domain/taxonomy/types.ts';
import { type Answers, noAnswers } from '#features/add/answers.ts';
import { ids, missing, problemsFrom } from '#features/add/problems.ts';
import { shownShare, shutReason } from '#features/add/share-levels.ts';
import { shownType } from '#features/add/shown-type.ts';
import { englishTypeWords as words } from '../../../support/type-words.ts';

const named = (name: string, more: Partial<Answers> = {}): Answers => ({
  ...noAnswers,
  name,
  ...more,
});

describe('the type shown', () => {
  it('follows the name as it is typed', () => {
    expect(words.types[catalogueKey('place.bench')]).toBeDefined();
    expect(shownType(named('Chatty bench by the canal'), 'places', words)).toEqual({
      id: 'place.bench',
      by: 'words',
    });
    expect(shownType(named('Xyzzy'), 'places', words)).toEqual({
      id: 'place.square',
      by: 'nothing',
    });
  });

  it('stays as chosen by hand, until the kind no longer has it', () => {
    const chosen = named('Chatty bench', { type: 'place.park' });
    expect(shownType(chosen, 'places', words)).toEqual({ id: 'place.park', by: 'hand' });
    expect(shownType(chosen, 'groups', words).id).toMatch(/^assoc\./);
  });

  it('of a person comes from the gift, never from the name', () => {
    const baker = named('Mrs Baker', { gift: 'old stories of the docks', dimension: 'heart' });
    const { id } = shownType(baker, 'people', words);
    expect(id).toBe(shownType({ ...baker, name: 'Dai' }, 'people', words).id);
    expect(shownType({ ...baker, gift: '' }, 'people', words).id).toBe('ind.heart');
  });
});

describe('who may see', () => {
  it.each([
    ['people', 'device'],
    ['groups', 'public'],
    ['organisations', 'public'],
    ['places', 'public'],
    ['exchange', 'public'],
    ['stories', 'members'],
  ] as const)('%s begin with %s', (kind, level) => {
    expect(shownShare(kind, null, false)).toBe(level);
  });

  it('people stay here, stories wait for their teller, secrets for nobody', () => {
    expect(shareLevels.map((level) => shutReason('people', level, false))).toEqual([
      undefined,
      'people',
      'people',
      'people',
    ]);
    expect(shutReason('stories', 'public', false)).toBe('story');
    expect(shutReason('organisations', 'members', true)).toBe('confidential');
    expect(shownShare('organisations', 'public', true)).toBe('team');
  });

  it('the team is shut on a phone that is not in it, and a secret stays on that phone', () => {
    expect(shutReason('places', 'team', false, false)).toBe('team');
    expect(shutReason('places', 'team', false, true)).toBeUndefined();
    expect(shownShare('places', 'team', false, false)).toBe('public');
    expect(shownShare('organisations', 'public', true, false)).toBe('device');
  });

  it('a narrower choice always stands', () => {
    for (const kind of assetKinds) expect(shownShare(kind, 'device', true)).toBe('device');
  });
});

describe('what is missing', () => {
  it('is asked for in the order of the screen', () => {
    expect(missing(noAnswers).map(({ fieldId }) => fieldId)).toEqual([ids.kind]);
    const person = { ...noAnswers, kind: 'people' } as const;
    expect(missing(person).map(({ fieldId }) => fieldId)).toEqual([ids.gift, ids.name]);
    expect(missing(named('Bench', { kind: 'places' }))).toEqual([]);
  });

  it('the book refuses stands beside its question, once', () => {
    const issues = [
      { field: 'address.line1', message: 'too-long' },
      { field: 'location.words', message: 'too-long' },
      { field: 'gifts.0.words', message: 'too-long' },
    ];
    expect(problemsFrom(issues)).toEqual([
      { fieldId: ids.typed, message: 'too-long' },
      { fieldId: ids.gift, message: 'too-long' },
    ]);
  });
});
