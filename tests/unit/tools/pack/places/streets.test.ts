import { describe, expect, test } from 'vitest';
import { createNodePlaces } from '../../../../../tools/pack/extract/node-places.ts';
import type { Gathered } from '../../../../../tools/pack/gather.ts';
import { findAddresses } from '../../../../../tools/pack/places/addresses.ts';
import { groupHomes } from '../../../../../tools/pack/places/home-groups.ts';
import { findStreets } from '../../../../../tools/pack/places/streets.ts';

/** Ways from west to east along a parallel; 0.001 degree is 69 metres there. */
interface Told {
  readonly name: string;
  readonly west: number;
  readonly east: number;
  readonly north?: number;
  readonly more?: readonly (readonly [string, string])[];
}

function streets(ways: readonly Told[]): Gathered {
  const nodes = createNodePlaces();
  const made = ways.map(({ name, west, east, north = 0, more = [] }, n) => {
    nodes.add(n * 2 + 1, (-3 + west / 1000) * 1e7, (51.57 + north / 1000) * 1e7);
    nodes.add(n * 2 + 2, (-3 + east / 1000) * 1e7, (51.57 + north / 1000) * 1e7);
    const tags = new Map<string, string>([['highway', 'residential'], ['name', name], ...more]);
    return { id: n + 1, refs: [n * 2 + 1, n * 2 + 2], tags };
  });
  return { nodes, points: [], relations: [], ways: new Map(made.map((way) => [way.id, way])) };
}
const box = [-3.1, 51.5, -2.9, 51.6] as const;
const found = (ways: readonly Told[]) => findStreets(streets(ways), box);

describe('ways of one name', () => {
  test('are one street up to 200 metres apart, also over a third between them', () => {
    const near = [
      { name: 'High Street', west: 0, east: 1 },
      { name: 'High Street', west: 6, east: 7 },
      { name: 'high street', west: 3.5, east: 4 },
    ];
    expect(found(near)).toHaveLength(1);
    expect(found(near.slice(0, 2))).toHaveLength(2);
  });

  test('along each other are one, however far their ends are', () => {
    const dual = [
      { name: 'High Street', west: 0, east: 40 },
      { name: 'High Street', west: 15, east: 25, north: 1 },
    ];
    expect(found(dual)).toHaveLength(1);
  });

  test('the place of a street is on it', () => {
    const [one] = found([
      { name: 'High Street', west: 0, east: 10 },
      { name: 'High Street', west: 0, east: 10, north: 1 },
    ]);
    expect([51_570_000, 51_571_000]).toContain(one?.street.at[1]);
    expect(one?.street.at[0]).toBe(-2_995_000);
  });

  test('what is not built or only stops there is no street', () => {
    const gathered = streets([{ name: 'New Road', west: 0, east: 1 }]);
    const way = gathered.ways.get(1);
    if (!way) throw new Error('a way');
    const tags = new Map([...way.tags, ['highway', 'proposed'] as const]);
    const ways = new Map([[1, { ...way, tags }]]);
    expect(findStreets({ ...gathered, ways }, box)).toEqual([]);
  });
});

describe('an address', () => {
  const two = found([
    { name: "St. Mary's Road", west: 0, east: 1 },
    { name: 'St Marys Road', west: 60, east: 61, more: [['name:cy', 'Heol Fair']] },
  ]);
  const home = (street: string, east: number) => {
    const [group] = groupHomes([{ at: [-3 + east / 1000, 51.5701], numbers: ['5'], street }], two);
    return group?.street ?? group?.place;
  };

  test('means the nearest street of that name, however it is spelt and in which language', () => {
    expect(two).toHaveLength(2);
    const [west, east] = ["St. Mary's Road", 'St Marys Road'].map((name) =>
      two.findIndex(({ street }) => street.names[''] === name),
    );
    expect(home('st marys road', 5)).toBe(west);
    expect(home('St. Mary’s Road', 50)).toBe(east);
    expect(home('heol fair', 50)).toBe(east);
  });

  test('of a street that is not there, or much too far off, keeps the name as a place', () => {
    expect(home('Nowhere Row', 5)).toBe('Nowhere Row');
    expect(home('Heol Fair', 1)).toBe('Heol Fair');
  });

  test('with several numbers is several houses; without any it only places a postcode', () => {
    const point = (id: number, tags: readonly (readonly [string, string])[]) => ({
      id,
      lon: -3,
      lat: 51.57,
      tags: new Map(tags),
    });
    const gathered = {
      ...streets([]),
      points: [
        point(1, [
          ['addr:housenumber', '1; 3;'],
          ['addr:postcode', 'np20 2ga'],
        ]),
        point(2, [['addr:postcode', 'NP20 2GB']]),
        point(3, [['addr:postcode', 'several; of them']]),
        point(4, [['addr:housenumber', ' ; ']]),
      ],
    };
    expect(findAddresses(gathered, box)).toEqual([
      { at: [-3, 51.57], numbers: ['1', '3'], postcode: 'NP20 2GA' },
      { at: [-3, 51.57], numbers: [], postcode: 'NP20 2GB' },
    ]);
  });
});
