import { metresBetween } from '#domain/place/distance.ts';
import type { PlaceOf } from '#formats/csv-place.ts';
import type { PlaceHit } from '#pack/place-hit.ts';
import { placeTableOf } from '#pack/place-table.ts';
import { readTyped, streetWords } from '#pack/street-words.ts';

const looked = 10;
const partsLooked = 3;
/** A list may give its streets in either. */
const languages = ['', 'en', 'cy'];
/** A house without a postcode in the pack belongs to one whose middle is no further than this. */
const nearM = 500;

const bare = (postcode: string | undefined): string => (postcode ?? '').replaceAll(/\s/g, '');

const shortened = (words: Readonly<ReturnType<typeof streetWords>>): string =>
  words.map(({ short }) => short).join(' ');

/** Search answers beginnings, too: "1 Park" is not in Park Avenue. */
const isStreetOf = (line: string, { name }: PlaceHit): boolean =>
  shortened(readTyped(line).words) === shortened(streetWords(name));

const spotOf = ({ lon, lat }: PlaceHit): string => `${lon} ${lat}`;

/**
 * Where a list's addresses and postcodes lie, by the streets of a map pack: the very house where it
 * is surely known, else its postcode. Undefined where the pack's table can't be read.
 */
export async function placeOfPart(part: Blob): Promise<PlaceOf | undefined> {
  const table = await placeTableOf(part);
  if (!table) return undefined;

  const middleOf = (postcode: string) =>
    table
      .search(postcode, '', 1)
      .find((hit) => hit.what === 'postcode' && bare(hit.postcode) === bare(postcode));

  const fitsCode = (hit: PlaceHit, postcode: string | undefined): boolean => {
    if (!postcode) return true;
    if (hit.postcode) return bare(hit.postcode) === bare(postcode);
    const middle = middleOf(postcode);
    return middle !== undefined && metresBetween(hit, middle) <= nearM;
  };

  const houseAt = (line: string, postcode: string | undefined) => {
    const houses = languages
      .flatMap((language) => table.search(line, language, looked))
      .filter(({ what, asked }) => what === 'home' && asked === undefined)
      .filter((hit) => isStreetOf(line, hit) && fitsCode(hit, postcode));
    // Of two streets of one name nobody knows which is meant.
    return new Set(houses.map(spotOf)).size === 1 ? houses[0] : undefined;
  };

  /** The name of a building may stand before its street. */
  const houseOf = (address: string, postcode: string | undefined) =>
    address
      .split(/[,\n]/)
      .slice(0, partsLooked)
      .map((line) => houseAt(line, postcode))
      .find((house) => house !== undefined);

  return ({ postcode, address }) =>
    (address ? houseOf(address, postcode) : undefined) ??
    (postcode ? middleOf(postcode) : undefined);
}
