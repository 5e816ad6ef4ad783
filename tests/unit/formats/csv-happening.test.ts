import { describe, expect, it } from 'vitest';
import { of } from './read-csv.ts';

describe('what happens', () => {
  const list = (...rows: readonly string[]) =>
    of(['name,kind,meets,organiser,venue', ...rows, ''].join('\n'));

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
});
