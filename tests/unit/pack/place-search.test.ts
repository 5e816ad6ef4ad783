import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import { createNearestHome } from '#pack/nearest-home.ts';
import { createPlaceSearch } from '#pack/place-search.ts';
import { type Places, placesSchema } from '#pack/places.ts';
import { readTyped } from '#pack/street-words.ts';

const at = (lon: number, lat: number): [number, number] => [
  Math.round(lon * 1e6),
  Math.round(lat * 1e6),
];
const street = (
  names: Record<string, string>,
  lon: number,
  lat: number,
): Places['streets'][number] => ({
  names,
  at: at(lon, lat),
  box: [...at(lon, lat), ...at(lon, lat)],
});

const places: Places = v.parse(placesSchema, {
  v: 1,
  streets: [
    street({ '': 'Alder Road', cy: 'Heol y Wernen' }, -2.99, 51.58),
    street({ '': 'Alder Street' }, -2.98, 51.581),
    street({ '': 'St Elfed’s Street', cy: 'Stryd Elfed Sant' }, -2.97, 51.582),
  ],
  groups: [
    {
      street: 0,
      postcode: 'NP99 1AA',
      homes: [
        ['1', ...at(-2.9901, 51.58)],
        ['3', ...at(-2.9903, 51.58)],
        ['4a', ...at(-2.9904, 51.5801)],
        ['10', ...at(-2.991, 51.5801)],
      ],
    },
    { place: 'The Old Mill', homes: [['2', ...at(-2.96, 51.59)]] },
  ],
  postcodes: [
    ['NP99 1AA', ...at(-2.9902, 51.58)],
    ['NP99 1AB', ...at(-2.98, 51.581)],
  ],
});
const search = createPlaceSearch(places);
const names = (typed: string, language = '') =>
  search
    .search(typed, language, 5)
    .map(({ name, number, postcode }) => [number, name, postcode].filter(Boolean).join(' '));

describe('the search of places', () => {
  test.each([
    ['alder', ['Alder Road', 'Alder Street']],
    ['ALDER RD', ['Alder Road']],
    ['alder str', ['Alder Street']],
    ['heol wern', ['Alder Road']],
    ['saint elfed', ['St Elfed’s Street']],
    ['st elfeds st', ['St Elfed’s Street']],
    ['3 alder road', ['3 Alder Road NP99 1AA']],
    ['Alder Road, 4A', ['4a Alder Road NP99 1AA']],
    ['np991a', ['NP99 1AA', 'NP99 1AB']],
    ['NP99 1AB', ['NP99 1AB']],
    ['oak', []],
    ['', []],
    ['12', []],
  ])('%s', (typed, found) => {
    expect(names(typed)).toEqual(found);
  });

  test.each([
    ['3 Alder Road, NP99 1AA', '3 Alder Road NP99 1AA'],
    ['3 alder rd np991aa', '3 Alder Road NP99 1AA'],
    ['3 Alder Road, Newport, NP99 1AA', '3 Alder Road NP99 1AA'],
    ['Alder Street NP99 1AB', 'Alder Street'],
  ])('a whole address as people write it: %s', (typed, found) => {
    expect(names(typed)[0]).toBe(found);
  });

  test('of two streets of one name the postcode tells which is meant', () => {
    const home = (lon: number): [string, number, number] => ['1', ...at(lon, 51.58)];
    const twice = createPlaceSearch({
      ...places,
      streets: [street({ '': 'Mill Lane' }, -2.9, 51.5), street({ '': 'Mill Lane' }, -2.8, 51.5)],
      groups: [
        { street: 0, postcode: 'NP99 2AA', homes: [home(-2.9)] },
        { street: 1, postcode: 'NP99 2AB', homes: [home(-2.8)] },
      ],
    });
    expect(twice.search('1 Mill Lane, NP99 2AB', '', 5)[0]).toMatchObject({ lon: -2.8 });
  });

  test('a house that has a name alone is not the nearest to a number', () => {
    const named = createPlaceSearch({
      ...places,
      groups: [{ street: 0, homes: [['Rose Cottage', ...at(-2.99, 51.58)]] }],
    });
    expect(named.search('12 alder road', '', 5)[0]).toMatchObject({ what: 'street' });
  });

  test('a hundred thousand groups of one street are taken in', () => {
    const groups = Array.from({ length: 100_000 }, () => ({ street: 0, homes: [] }));
    expect(createPlaceSearch({ ...places, groups }).search('alder road', '', 1)).toHaveLength(1);
  });

  test('names are shown in the language asked for, and found in all', () => {
    expect(names('alder road', 'cy')).toEqual(['Heol y Wernen']);
  });

  test('of a number nobody mapped the nearest on the same side is told, and said so', () => {
    const [hit] = search.search('8 alder road', '', 5);
    expect(hit).toMatchObject({ what: 'home', number: '10', asked: '8' });
    expect(search.search('3 alder road', '', 5)[0]?.asked).toBeUndefined();
  });

  test('a street without houses is found with a number all the same', () => {
    expect(search.search('7 alder street', '', 5)[0]).toMatchObject({
      what: 'street',
      name: 'Alder Street',
    });
  });

  test('what is no name is not one', () => {
    expect(readTyped('__proto__')).toEqual({
      words: [{ whole: 'proto', short: 'proto' }],
      number: undefined,
    });
    expect(names('constructor')).toEqual([]);
  });
});

describe('the nearest address', () => {
  const nearest = createNearestHome(places);
  test('is told within 60 metres with how far it is', () => {
    const found = nearest.at({ lon: -2.99, lat: 51.58 }, 'cy');
    expect(found?.hit).toMatchObject({ name: 'Heol y Wernen', number: '1', postcode: 'NP99 1AA' });
    expect(found?.metres).toBeCloseTo(6.9, 0);
    expect(nearest.at({ lon: -2.9601, lat: 51.59 }, '')?.hit.name).toBe('The Old Mill');
  });
  test('is nothing further off, or where there are none', () => {
    expect(nearest.at({ lon: -2.985, lat: 51.575 }, '')).toBeUndefined();
    const none = createNearestHome({ v: 1, streets: [], groups: [], postcodes: [] });
    expect(none.at({ lon: 0, lat: 0 }, '')).toBeUndefined();
  });
});

test.each([
  ['a street that is not there', { groups: [{ street: 9, homes: [] }] }],
  ['no name', { streets: [{ names: { cy: 'Heol' }, at: [0, 0], box: [0, 0, 0, 0] }] }],
  ['a place off this earth', { postcodes: [['X', 181e6, 0]] }],
  [
    'names of a hostile language',
    { streets: [{ names: { '': 'A', __proto__x: 'B' }, at: [0, 0], box: [0, 0, 0, 0] }] },
  ],
])('places with %s are refused', (_name, change) => {
  const wrong = { v: 1, streets: [], groups: [], postcodes: [], ...change };
  expect(v.safeParse(placesSchema, wrong).success).toBe(false);
});
