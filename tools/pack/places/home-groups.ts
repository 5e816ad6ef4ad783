import type { HomeGroup, Places } from '#pack/places.ts';
import type { Box } from '../box.ts';
import type { Address } from './addresses.ts';
import { metresToBox, nearestOn } from './lines.ts';
import { byNumber, byText, micro, sameWords } from './same-words.ts';
import type { FoundStreet } from './streets.ts';

type Home = Places['groups'][number]['homes'][number];

/** Further away it is another street of the same name, which is not in the box. */
const streetMetresMax = 1_500;

const nowhere: Box = [0, 0, 0, 0];

/** Finds the street an address means: one of that name in any language, the nearest of several. */
function createStreetFinder(streets: readonly FoundStreet[]) {
  const byName = new Map<string, number[]>();
  streets.forEach(({ street }, n) => {
    for (const name of new Set(Object.values(street.names).map(sameWords))) {
      const others = byName.get(name);
      if (others) others.push(n);
      else byName.set(name, [n]);
    }
  });
  return ({ street = '', at }: Address): number | undefined => {
    const near = (byName.get(sameWords(street)) ?? []).filter(
      (n) => metresToBox(at, streets[n]?.box ?? nowhere) <= streetMetresMax,
    );
    if (near.length < 2) return near[0];
    return near
      .map((n) => ({ n, metres: nearestOn(at, streets[n]?.lines ?? []).metres }))
      .sort((a, b) => a.metres - b.metres || a.n - b.n)[0]?.n;
  };
}

interface Group {
  readonly street: number | undefined;
  readonly place: string | undefined;
  readonly postcode: string | undefined;
  /** By number without regard to case: a shop in number 12 is no second house. */
  readonly homes: Map<string, Home>;
}

function asHomeGroup({ street, place, postcode, homes }: Group): HomeGroup {
  return {
    ...(street !== undefined && { street }),
    ...(place !== undefined && { place }),
    ...(postcode !== undefined && { postcode }),
    homes: [...homes.values()].sort((a, b) => byNumber(a[0], b[0])),
  };
}

const isBare = ({ street, postcode }: Group): boolean =>
  street !== undefined && postcode === undefined;

/** A shop often says its number and no postcode: where the house itself says both, once is enough. */
function dropTwins(groups: readonly Group[]): void {
  for (const bare of groups.filter(isBare)) {
    const full = groups.filter((one) => one.street === bare.street && one.postcode !== undefined);
    for (const number of [...bare.homes.keys()])
      if (full.some(({ homes }) => homes.has(number))) bare.homes.delete(number);
  }
}

/** Streets first, in their order; then places. */
const inOrder = (a: Group, b: Group): number =>
  (a.street ?? streetsEnd) - (b.street ?? streetsEnd) ||
  byText(a.place ?? '', b.place ?? '') ||
  byText(a.postcode ?? '', b.postcode ?? '');
const streetsEnd = Number.MAX_SAFE_INTEGER;

function addHomes({ homes }: Group, { numbers, at }: Address): void {
  for (const number of numbers) {
    const same = number.toLowerCase();
    if (!homes.has(same)) homes.set(same, [number, micro(at[0]), micro(at[1])]);
  }
}

/** The houses by street and postcode. Where no such street is known its name stands as a place. */
export function groupHomes(
  addresses: readonly Address[],
  streets: readonly FoundStreet[],
): readonly HomeGroup[] {
  const streetOf = createStreetFinder(streets);
  const groups = new Map<string, Group>();
  for (const address of addresses.filter(({ numbers }) => numbers.length > 0)) {
    const street = address.street ? streetOf(address) : undefined;
    const place = street === undefined ? (address.street ?? address.place) : undefined;
    const { postcode } = address;
    // A number alone finds nobody.
    if (street === undefined && !place && !postcode) continue;
    const key = JSON.stringify([street, place && sameWords(place), postcode]);
    const group = groups.get(key) ?? { street, place, postcode, homes: new Map<string, Home>() };
    groups.set(key, group);
    addHomes(group, address);
  }
  const all = [...groups.values()].sort(inOrder);
  dropTwins(all);
  return all.filter(({ homes }) => homes.size > 0).map(asHomeGroup);
}
