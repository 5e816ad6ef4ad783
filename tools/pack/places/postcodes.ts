import type { Places } from '#pack/places.ts';
import type { Address } from './addresses.ts';
import { byText, micro } from './same-words.ts';

type Postcode = Places['postcodes'][number];

/** The middle of the addresses of each postcode. */
function fromAddresses(addresses: readonly Address[]): ReadonlyMap<string, Postcode> {
  const sums = new Map<string, { lon: number; lat: number; count: number }>();
  for (const { postcode, at } of addresses) {
    if (!postcode) continue;
    const sum = sums.get(postcode) ?? { lon: 0, lat: 0, count: 0 };
    sums.set(postcode, { lon: sum.lon + at[0], lat: sum.lat + at[1], count: sum.count + 1 });
  }
  return new Map(
    [...sums].map(([code, { lon, lat, count }]) => [
      code,
      [code, micro(lon / count), micro(lat / count)],
    ]),
  );
}

/** Where each postcode is: as the official list says, else the middle of its addresses. */
export function placePostcodes(
  addresses: readonly Address[],
  official: readonly Postcode[],
): readonly Postcode[] {
  const all = new Map([
    ...fromAddresses(addresses),
    ...official.map((one): [string, Postcode] => [one[0], one]),
  ]);
  return [...all.values()].sort((a, b) => byText(a[0], b[0]));
}
