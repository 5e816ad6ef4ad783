import { describe, expect, it } from 'vitest';
import type { AnyRecord } from '#domain/record/record.ts';
import { pastValues } from '#features/card/past-values.ts';

const record = { id: 'a', type: 'group', name: 'Knitters', tags: ['tea'] } as unknown as AnyRecord;
const change = (field: string, value: unknown, current = false) => ({
  field,
  value,
  at: 1,
  by: 'x',
  current,
});

describe('the past of a card', () => {
  it('offers what it said before, and not what it says now', () => {
    const [now, before] = pastValues(
      [change('name', 'Knitters', true), change('name', 'Wool')],
      record,
    );
    expect(now).toMatchObject({ current: true, canPutBack: false });
    expect(before).toMatchObject({ current: false, canPutBack: true });
  });

  it('knows a line of a list that is still there', () => {
    const [tea, milk] = pastValues([change('tags', 'tea'), change('tags', 'milk')], record);
    expect(tea).toMatchObject({ current: true, canPutBack: false });
    expect(milk).toMatchObject({ current: false, canPutBack: true });
  });

  it('puts nothing back to empty that must be filled in, nor a line it cannot name', () => {
    const [name, tag, purpose] = pastValues(
      [change('name', null), change('tags', null), change('purpose', null)],
      record,
    );
    expect(name?.canPutBack).toBe(false);
    expect(tag?.canPutBack).toBe(false);
    expect(purpose?.canPutBack).toBe(true);
  });

  it('puts back a line that was taken out, where what it said is still known', () => {
    const [milk] = pastValues([{ ...change('tags', null), before: 'milk' }], record);
    expect(milk).toMatchObject({ value: 'milk', isTakenOut: true, canPutBack: true });
  });

  it('does not tell of removals: a removed card tells that itself', () => {
    expect(pastValues([change('deleted', true)], record)).toEqual([]);
  });
});
