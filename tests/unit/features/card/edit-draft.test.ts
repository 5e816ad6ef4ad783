import { describe, expect, it } from 'vitest';
import type { JsonObject } from '#base/json.ts';
import { changesToSave, hasChanges, readEditDraft } from '#features/card/edit-draft.ts';

const from: JsonObject = {
  id: 'a',
  type: 'group',
  name: 'Knitters',
  purpose: 'Wool',
  tags: ['tea', 'wool'],
};
const edited = (change: JsonObject) => ({ from, values: { ...from, ...change } });

describe('what is saved of an edit', () => {
  it('is nothing while nothing was changed', () => {
    expect(hasChanges('group', edited({}))).toBe(false);
    expect(changesToSave('group', edited({}), from)).toEqual({});
  });

  it('is only what was changed, with null for what was emptied', () => {
    const draft = edited({ name: 'Tuesday knitters', purpose: '' });
    expect(changesToSave('group', draft, from)).toEqual({
      name: 'Tuesday knitters',
      purpose: null,
    });
  });

  it('leaves alone what another tab changed meanwhile', () => {
    const now = { ...from, name: 'Knitters of Pill' };
    expect(changesToSave('group', edited({ purpose: 'Wool and tea' }), now)).toEqual({
      purpose: 'Wool and tea',
    });
  });

  it('keeps what another tab added to a list, and takes out only what was taken out here', () => {
    const now = { ...from, tags: ['biscuits', 'tea', 'wool'] };
    const draft = edited({ tags: ['tea', 'needles'] });
    expect(changesToSave('group', draft, now)).toEqual({ tags: ['biscuits', 'tea', 'needles'] });
  });

  it('clears a list when its last line is taken out', () => {
    expect(changesToSave('group', edited({ tags: [] }), from)).toEqual({ tags: null });
  });

  it('takes a stored draft for what it is or not at all', () => {
    expect(readEditDraft({ from, values: from })).toEqual({ from, values: from });
    for (const stored of [null, 'words', [], {}, { from }, { from, values: [1] }]) {
      expect(readEditDraft(stored)).toBeUndefined();
    }
  });
});
