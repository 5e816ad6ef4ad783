import { describe, expect, it } from 'vitest';
import type { ThingRow } from '#domain/record/thing-row.ts';
import {
  happeningValues,
  hereOf,
  newHappening,
  readHappening,
} from '#features/card/new-happening.ts';

const group = { id: 'g', type: 'group', share: 'public' } as ThingRow;
const place = { id: 'p', type: 'place', share: 'public' } as ThingRow;
const made = (row: ThingRow, hereId: string | undefined) => {
  const start = newHappening(row, { id: 'new', scheduleId: 's', hereId });
  return readHappening(null, start);
};

describe('something that happens', () => {
  it('happens at the place itself, or where the group meets', () => {
    expect(hereOf(place, undefined)).toBe('p');
    expect(hereOf(group, 'hall')).toBe('hall');
    expect(hereOf(group, undefined)).toBeUndefined();
  });

  it('is made by the thing it was added to, and here where that is known', () => {
    const ends = { organiser: place, hereId: 'p', levels: ['public'] as const };
    expect(happeningValues(made(place, 'p'), ends)).toMatchObject({
      organiser: { type: 'place', id: 'p' },
      placeId: 'p',
      share: 'public',
    });
  });

  it('names no place while none is known', () => {
    const ends = { organiser: group, hereId: undefined, levels: [] };
    expect(happeningValues(made(group, undefined), ends)).not.toHaveProperty('placeId');
    const unsettled = { ...made(group, undefined), where: 'unsettled' as const };
    expect(happeningValues(unsettled, ends)).toMatchObject({ placeToBeConfirmed: true });
  });

  it('is seen by no more people than what it points at', () => {
    const ends = { organiser: group, hereId: undefined, levels: ['members', 'team'] as const };
    expect(happeningValues(made(group, undefined), ends)['share']).toBe('team');
  });

  it('reads a damaged draft as an empty one', () => {
    expect(readHappening({ values: 3, where: 'moon' }, {})).toMatchObject({
      values: {},
      where: '',
    });
  });
});
