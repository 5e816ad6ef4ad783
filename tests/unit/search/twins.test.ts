import { describe, expect, it } from 'vitest';
import type { TwinLine } from '#search/twin-line.ts';
import { twinFinder, twinsWithin } from '#search/twins.ts';

const metre = 1 / 111_320;
const line = (
  name: string,
  more: Partial<TwinLine> & { readonly north?: number } = {},
): TwinLine => {
  const { north = 0, ...rest } = more;
  return {
    id: name,
    name,
    others: [],
    assetType: 'inst.library',
    lon: -2.99,
    lat: 51.58 + north * metre,
    ways: [],
    ...rest,
  };
};
const held = line('Pill Library', { id: 'held', others: ['llyfrgell pil'] });
const found = (name: string, more: Parameters<typeof line>[1] = {}) =>
  twinFinder([held]).find(line(name, { id: 'new', ...more }));

describe('a thing that looks like one in the book', () => {
  it.each([
    ['the same name', 'PILL LIBRARY ', { north: 70 }],
    ['other signs between the words', 'Pill-Library', { north: 20, assetType: undefined }],
    ['a word before it', 'The Pill Library', { north: 30 }],
    ['its Welsh name', 'Llyfrgell Pîl', { north: 30 }],
    ['one of its names among others', 'Y Lle', { others: ['Pill Library'], north: 30 }],
    ['a longer name, near', 'Pill Library and Hub', { north: 30 }],
    ['a slip of the pen', 'Pill Librery', { north: 30 }],
    ['no name of its own, nearer', 'Library', { unnamed: true, north: 25 }],
    ['a big outline', 'Pill Library', { north: 140, reachM: 100 }],
  ])('by %s', (_, name, more) => {
    expect(found(name, more)).toMatchObject({ like: { id: 'held' } });
  });

  it.each([
    ['further off', 'Pill Library', { north: 90 }],
    ['another name', 'Maindee Library', { north: 5 }],
    ['a longer name of another kind', 'Pill Library Café', { north: 20, assetType: 'exch.cafe' }],
    ['the stop before it', 'Pill Library', { north: 20, assetType: 'place.travel' }],
    ['itself', 'Pill Library', { id: 'held' }],
    ['no letters', '…', {}],
  ])('but not by %s', (_, name, more) => {
    expect(found(name, more)).toBeUndefined();
  });

  it('says how far and why', () => {
    const twin = found('Pill Library', { north: 20 });
    expect(twin).toMatchObject({ why: 'name' });
    expect(Math.round(twin?.metres ?? 0)).toBe(20);
  });

  it('tells two of one row apart by their numbers', () => {
    const stands = [line('Friars Walk, Stand 1', { id: 'one' })];
    expect(twinFinder(stands).find(line('Friars Walk, Stand 2', { north: 5 }))).toBeUndefined();
    expect(twinFinder(stands).find(line('Stand 1, Friars Walk', { north: 5 }))).toBeDefined();
  });

  it('knows it by its address, phone, web address or number on the map', () => {
    const book = [
      line('Jamia Masjid', { id: 'a', address: '183 Commercial Road', ways: ['+441633000001'] }),
      line('Somewhere', { id: 'b', north: 900, ways: ['osm:way/7'] }),
    ];
    const finder = twinFinder(book);
    const at = (more: Parameters<typeof line>[1]) =>
      finder.find(line('The Mosque', { id: 'new', north: 140, ...more }));
    expect(at({})).toBeUndefined();
    expect(at({ address: '183, Commercial Rd' })).toBeUndefined();
    expect(at({ address: '183 Commercial Rd' })).toMatchObject({ like: book[0], why: 'address' });
    expect(at({ ways: ['+441633000001'] })).toMatchObject({ like: book[0], why: 'ways' });
    expect(at({ ways: ['+441633000001'], assetType: 'exch.cafe' })).toBeUndefined();
    expect(at({ ways: ['osm:way/7'], assetType: undefined })).toMatchObject({ like: book[1] });
  });

  it('without a spot goes by name and postcode together', () => {
    const book = [line('The Big Kettle', { id: 'a', postcode: 'NP20 2AB' })];
    const spotless = { lon: undefined, lat: undefined, id: 'new' };
    const finder = twinFinder(book);
    expect(finder.find(line('Big Kettle', { ...spotless, postcode: 'NP20 2AB' }))).toMatchObject({
      why: 'name',
      metres: undefined,
    });
    expect(finder.find(line('Big Kettle', { ...spotless, postcode: 'NP20 2ZZ' }))).toBeUndefined();
    expect(finder.find(line('Big Kettle', spotless))).toBeUndefined();
  });
});

describe('things of one file', () => {
  const twins = (...lines: TwinLine[]) =>
    [...twinsWithin(lines)].map(([id, { like }]) => [id, like.id]);

  it('are twins as spot and outline of one place; the first stays', () => {
    const shape = line('Llyfrgell Pil', { id: 'way', reachM: 15, north: 4 });
    expect(twins(held, shape)).toEqual([['way', 'held']]);
    const bare = line('Library', { id: 'way', reachM: 15, north: 4, unnamed: true });
    expect(twins(held, bare)).toEqual([['way', 'held']]);
  });

  it('are none where their makers took them for two', () => {
    const toilets = (id: string, north: number) =>
      line('Toilets', { id, north, assetType: 'place.toilet-water', unnamed: true });
    expect(twins(toilets('hers', 0), toilets('his', 3))).toEqual([]);
    const stop = (id: string, north: number) =>
      line('Wharf Road', { id, north, assetType: 'place.travel' });
    expect(twins(stop('east', 0), stop('west', 20))).toEqual([]);
  });
});

it('looks at ten thousand beside ten thousand, all of one name, without comparing each with each', () => {
  const many = (of: string) =>
    Array.from({ length: 10_000 }, (_, n) =>
      line('Bench', { id: `${of} ${n}`, north: n * 200, assetType: 'place.bench' }),
    );
  const finder = twinFinder(many('held'));
  const alike = many('new').filter((each) => finder.find(each) !== undefined);
  expect(alike).toHaveLength(10_000);
}, 60_000);
