import { describe, expect, it } from 'vitest';
import type { HeldThing } from '#formats/csv-happening.ts';
import { of } from './read-csv.ts';

describe('what happens', () => {
  const text = (...rows: readonly string[]) =>
    ['name,kind,meets,organiser,venue', ...rows, ''].join('\n');
  const list = (...rows: readonly string[]) => of(text(...rows));

  it('is not said to happen where its list does not say', () => {
    const read = list('Hall,place,,,', 'Sing,activity,Tue 7pm,Hall,The Library');
    expect(read.things[1]?.values).toMatchObject({ placeToBeConfirmed: true });
    expect(read.things[1]?.values).not.toHaveProperty('placeId');
    expect(read.unread).toMatchObject({ venue: 1 });
  });

  it('is not given to one of two that are called the same', () => {
    const twins = ['"Hall",place,,,', 'HALL!,group,,,'];
    expect(list(...twins, 'Sing,activity,Tue 7pm,Hall,').refused).toEqual([
      { row: 2, why: 'unsure-organiser' },
    ]);
    const read = list(...twins, 'The Choir,group,,,', 'Sing,activity,Tue,The Choir,Hall');
    expect(read.things.at(-1)?.values).toMatchObject({ placeToBeConfirmed: true });
  });

  it('is not run by something that happens itself', () => {
    const read = list('Choir,group,,,', 'Sing,event,Tue,Choir,', 'Tea,event,Wed,Sing,');
    expect(read.refused).toEqual([{ row: 2, why: 'no-organiser' }]);
  });

  describe('is run by what the book holds already', () => {
    const uuid = (n: number) => `0198f3a0-0000-7000-8000-00000000000${n}`;
    const held = (n: number, name: string, type: HeldThing['type'] = 'group') => ({
      id: uuid(n),
      type,
      name,
    });
    const sing = text('Sing,activity,Tue 7pm,Cor y Twr,The Old Hall');

    it('where one thing has that very name, however it is written', () => {
      const read = of(sing, { held: [held(1, 'Côr y Tŵr'), held(2, 'The old hall', 'place')] });
      expect(read.things[0]?.values).toMatchObject({
        organiser: { type: 'group', id: uuid(1) },
        placeId: uuid(2),
      });
    });

    it('and not where the name is only like it, is borne twice, or is a person’s', () => {
      const why = (...things: readonly HeldThing[]) => of(sing, { held: things }).refused[0]?.why;
      expect(why(held(1, 'Côr y Tŵr Bach'))).toBe('no-organiser');
      expect(why(held(1, 'Côr y Tŵr'), held(2, 'Cor y Twr', 'place'))).toBe('unsure-organiser');
      expect(why(held(1, 'Côr y Tŵr', 'person'))).toBe('no-organiser');
    });

    it('but its own list comes first', () => {
      const read = of(text('Cor y Twr,group,,,', 'Sing,activity,Tue 7pm,Cor y Twr,'), {
        held: [held(1, 'Côr y Tŵr')],
      });
      expect(read.things[1]?.values).toMatchObject({ organiser: { id: read.things[0]?.id } });
    });
  });
});
