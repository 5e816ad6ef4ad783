import type { PlaceHit } from './place-hit.ts';
import type { HomeGroup, Places, Street } from './places.ts';
import { closeness, readAddress, readTyped, streetWords, type TypedPlace } from './street-words.ts';

const degrees = (micro: number): number => micro / 1e6;

/** The name in that language, else the local one. */
export const nameOf = (names: Street['names'], language: string): string =>
  names[language] ?? names[''] ?? '';

const compact = (text: string): string => text.replaceAll(/\s+/g, '').toUpperCase();
const postcodeStart = /^[A-Z]{1,2}\d[A-Z\d]?(\d[A-Z]{0,2})?$/;

function numberAsNumber(number: string): number {
  const found = Number.parseInt(number, 10);
  return Number.isNaN(found) ? Number.POSITIVE_INFINITY : found;
}

type Home = HomeGroup['homes'][number];
interface Found {
  readonly group: HomeGroup;
  readonly home: Home;
}

/**
 * The house of that number, else the nearest number, first on the same side of the street. A house
 * that has a name alone is near to no number.
 */
function homeIn(groups: readonly HomeGroup[], number: string): Found | undefined {
  const homes = groups.flatMap((group) => group.homes.map((home) => ({ group, home })));
  const same = homes.find(({ home }) => home[0].toLowerCase() === number);
  if (same) return same;
  const all = homes.filter(({ home }) => Number.isFinite(numberAsNumber(home[0])));
  const wanted = numberAsNumber(number);
  const away = ({ home }: Found): number => {
    const known = numberAsNumber(home[0]);
    return Math.abs(known - wanted) + (known % 2 === wanted % 2 ? 0 : 1.5);
  };
  return all.reduce<Found | undefined>(
    (best, next) => (best && away(best) <= away(next) ? best : next),
    undefined,
  );
}

/** Streets, houses and postcodes of a neighbourhood: a few hundred, so a plain look through all. */
export function createPlaceSearch({ streets, groups, postcodes }: Places) {
  const folded = streets.map(({ names }) => [...new Set(Object.values(names))].map(streetWords));
  const groupsOf = new Map<number, HomeGroup[]>();
  for (const group of groups) {
    if (group.street === undefined) continue;
    const others = groupsOf.get(group.street);
    if (others) others.push(group);
    else groupsOf.set(group.street, [group]);
  }
  const inOrder = [...postcodes].sort(([a], [b]) => (a < b ? -1 : 1));

  const postcodesLike = (typed: string, most: number): PlaceHit[] => {
    const start = compact(typed);
    if (!postcodeStart.test(start)) return [];
    return inOrder
      .filter(([code]) => compact(code).startsWith(start))
      .slice(0, most)
      .map(([code, lon, lat]) => ({
        what: 'postcode',
        name: '',
        postcode: code,
        lon: degrees(lon),
        lat: degrees(lat),
      }));
  };

  const streetHit = (street: Street, name: string): PlaceHit => {
    const [lon, lat] = street.at;
    return { what: 'street', name, lon: degrees(lon), lat: degrees(lat) };
  };

  const homeHit = ({ group, home }: Found, name: string, asked: string): PlaceHit => {
    const [number, lon, lat] = home;
    return {
      what: 'home',
      name,
      number,
      ...(number.toLowerCase() === asked ? {} : { asked }),
      ...(group.postcode ? { postcode: group.postcode } : {}),
      lon: degrees(lon),
      lat: degrees(lat),
    };
  };

  const groupsAt = (n: number, postcode: string | undefined): readonly HomeGroup[] => {
    const all = groupsOf.get(n) ?? [];
    const there = postcode ? all.filter((one) => compact(one.postcode ?? '') === postcode) : [];
    return there.length > 0 ? there : all;
  };

  const hitFor = (n: number, language: string, { number, postcode }: TypedPlace): PlaceHit[] => {
    const street = streets[n];
    if (!street) return [];
    const name = nameOf(street.names, language);
    const home = number === undefined ? undefined : homeIn(groupsAt(n, postcode), number);
    return [home && number ? homeHit(home, name, number) : streetHit(street, name)];
  };

  /** How well a street fits; of two that bear one name the one with that postcode fits better. */
  const closenessOf = (n: number, { words, postcode }: TypedPlace): number => {
    const close = (folded[n] ?? []).reduce(
      (best, name) => Math.max(best, closeness(words, name)),
      0,
    );
    const isThere =
      postcode && groupsOf.get(n)?.some((one) => compact(one.postcode ?? '') === postcode);
    return close > 0 && isThere ? close + 1 : close;
  };

  const streetsLike = (typed: TypedPlace, language: string, most: number): PlaceHit[] =>
    streets
      .map((_, n) => ({ n, close: closenessOf(n, typed) }))
      .filter(({ close }) => close > 0)
      .sort((a, b) => b.close - a.close)
      .slice(0, most)
      .flatMap(({ n }) => hitFor(n, language, typed));

  return {
    /** Best first. `language`: whose names to show; all languages are searched. */
    search(typed: string, language: string, most: number): readonly PlaceHit[] {
      const found = streetsLike(readTyped(typed), language, most);
      const whole = found.length > 0 ? undefined : readAddress(typed);
      const fitting = whole ? streetsLike(whole, language, most) : found;
      return [...postcodesLike(typed, most), ...fitting].slice(0, most);
    },
  };
}
