import type { PlaceOf } from '#formats/csv-place.ts';
import { placeTableOf } from '#pack/place-table.ts';

const looked = 3;
const bare = (postcode: string | undefined): string => (postcode ?? '').replaceAll(/\s/g, '');

/**
 * Where a list's addresses and postcodes lie, by the streets of a map pack: the very house where it
 * is known, else its postcode. Undefined where the pack's table can't be read.
 */
export async function placeOfPart(part: Blob): Promise<PlaceOf | undefined> {
  const table = await placeTableOf(part);
  if (!table) return undefined;
  const houseOf = (address: string, postcode: string | undefined) =>
    table
      .search(address.split(',')[0] ?? '', '', looked)
      .find(
        (hit) =>
          hit.what === 'home' &&
          hit.asked === undefined &&
          (!postcode || !hit.postcode || bare(hit.postcode) === bare(postcode)),
      );
  const middleOf = (postcode: string) =>
    table
      .search(postcode, '', 1)
      .find((hit) => hit.what === 'postcode' && bare(hit.postcode) === bare(postcode));
  return ({ postcode, address }) =>
    (address ? houseOf(address, postcode) : undefined) ??
    (postcode ? middleOf(postcode) : undefined);
}
