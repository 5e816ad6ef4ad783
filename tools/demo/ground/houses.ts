import type { Chance } from '../chance.ts';
import { areas } from './areas.ts';
import { type BuildingPlan, buildings } from './buildings.ts';
import type { Metres } from './metres.ts';
import { type Along, cornersOf, liesIn, stepsAlong, toLine } from './plane.ts';
import { type StreetPlan, streets } from './streets.ts';

export interface House {
  readonly street: string;
  readonly number: string;
  readonly postcode: string;
  readonly middle: Metres;
  readonly corners: readonly Metres[];
}

interface Shape {
  /** Metres from one door to the next. */
  readonly step: number;
  readonly wide: number;
  readonly deep: number;
  /** From the middle of the street to the middle of the house. */
  readonly aside: number;
}

const shapes: Readonly<Record<NonNullable<StreetPlan['houses']>, Shape>> = {
  terrace: { step: 12, wide: 12, deep: 9, aside: 12 },
  pairs: { step: 21, wide: 13, deep: 9, aside: 16 },
};

/** From a corner to the first door. */
const startMetres = 16;
/** Homes of one postcode. */
const homesInPostcode = 16;

const keptFree = areas.filter(({ keepOut }) => keepOut).map(({ ring }) => ring);

const ringOf = ({ corner: [x, y], size: [wide, deep] }: BuildingPlan): readonly Metres[] => [
  [x - 6, y - 6],
  [x + wide + 6, y - 6],
  [x + wide + 6, y + deep + 6],
  [x - 6, y + deep + 6],
];
const built = buildings.map(ringOf);

const isFree = (corners: readonly Metres[], street: StreetPlan): boolean =>
  corners.every(
    (corner) =>
      ![...keptFree, ...built].some((ring) => liesIn(corner, ring)) &&
      streets.every((other) => other === street || toLine(corner, other.line) > 6),
  );

/** A postcode area that the post has given to nobody: `ZZ7 1AA`, `ZZ7 1AB` … */
const postcode = (n: number): string =>
  `ZZ7 ${1 + Math.floor(n / 400)}${letter(Math.floor(n / 20) % 20)}${letter(n % 20)}`;
const letter = (n: number): string => 'ABDEFGHJLNPQRSTUWXYZ'[n] ?? 'A';

interface Site {
  readonly middle: Metres;
  readonly corners: readonly Metres[];
  readonly side: 1 | -1;
}

function siteAt({ at: [x, y], ahead }: Along, side: 1 | -1, { aside, wide, deep }: Shape): Site {
  const middle: Metres = [x - ahead[1] * aside * side, y + ahead[0] * aside * side];
  return { middle, corners: cornersOf(middle, ahead, [wide, deep]), side };
}

/** Odd numbers on the left, even ones on the right; here and there a garden, and its number too. */
function sitesOf(street: StreetPlan, dice: Chance): readonly (Site & { number: number })[] {
  const shape = shapes[street.houses ?? 'pairs'];
  const numbers = { 1: 1, [-1]: 2 };
  return stepsAlong(street.line, startMetres, shape.step).flatMap((along) =>
    ([1, -1] as const).flatMap((side) => {
      const site = siteAt(along, side, shape);
      if (!isFree(site.corners, street)) return [];
      const number = numbers[side];
      numbers[side] += 2;
      return dice.in100(8) ? [] : [{ ...site, number }];
    }),
  );
}

const isApart = ({ middle: [x, y] }: Site, [a, b]: Metres): boolean =>
  Math.hypot(x - a, y - b) > 11;

/** Every house of the made-up place, street by street. */
export function makeHouses(dice: Chance): readonly House[] {
  const houses: House[] = [];
  let codes = 0;
  for (const street of streets.filter(({ houses: has }) => has)) {
    const sites = sitesOf(street, dice).filter((site) =>
      houses.every(({ middle }) => isApart(site, middle)),
    );
    sites.forEach(({ middle, corners, number }, n) => {
      const code = codes + Math.floor(n / homesInPostcode);
      houses.push({
        street: street.name,
        number: String(number),
        postcode: postcode(code),
        middle,
        corners,
      });
    });
    codes += Math.ceil(sites.length / homesInPostcode);
  }
  return houses;
}
