import type { PlaceHit } from './place-hit.ts';
import type { HomeGroup, Places, Street } from './places.ts';
import { closeness, readTyped, streetWords } from './street-words.ts';

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

/** The house of that number, else the nearest number, first on the same side of the street. */
function homeIn(groups: readonly HomeGroup[], number: string): Found | undefined {
  const all = groups.flatMap((group) => group.homes.map((home) => ({ group, home })));
  const same = all.find(({ home }) => home[0].toLowerCase() === number);
  if (same) return same;
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
    groupsOf.set(group.street, [...(groupsOf.get(group.street) ?? []), group]);
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

  const hitFor = (n: number, language: string, number: string | undefined): PlaceHit[] => {
    const street = streets[n];
    if (!street) return [];
    const name = nameOf(street.names, language);
    const home = number === undefined ? undefined : homeIn(groupsOf.get(n) ?? [], number);
    return [home && number ? homeHit(home, name, number) : streetHit(street, name)];
  };

  return {
    /** Best first. `language`: whose names to show; all languages are searched. */
    search(typed: string, language: string, most: number): readonly PlaceHit[] {
      const { words, number } = readTyped(typed);
      const fitting = folded
        .map((names, n) => ({ n, close: Math.max(...names.map((name) => closeness(words, name))) }))
        .filter(({ close }) => close > 0)
        .sort((a, b) => b.close - a.close)
        .slice(0, most)
        .flatMap(({ n }) => hitFor(n, language, number));
      return [...postcodesLike(typed, most), ...fitting].slice(0, most);
    },
  };
}
