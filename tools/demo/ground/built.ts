import { chance } from '../chance.ts';
import { type House, makeHouses } from './houses.ts';

/** Another seed, another village: houses, gardens between them and so their numbers. */
const seed = 1282;

export const houses: readonly House[] = makeHouses(chance(seed));

/** The house at an address such as `12 High Street`. Throws where there is none. */
export function houseAt(address: string): House {
  const found = houses.find(({ number, street }) => `${number} ${street}` === address);
  if (!found) throw new Error(`There is no house at ${address}`);
  return found;
}
