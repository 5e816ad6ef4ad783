import * as v from 'valibot';
import { type Places, placesSchema } from '#pack/places.ts';
import type { Box } from '../box.ts';
import type { Gathered } from '../gather.ts';
import { PackTrouble } from '../trouble.ts';
import { findAddresses } from './addresses.ts';
import { groupHomes } from './home-groups.ts';
import { placePostcodes } from './postcodes.ts';
import { findStreets } from './streets.ts';

/** Streets, addresses and postcodes of the box, in the form in which a pack carries them. */
export function makePlaces(gathered: Gathered, box: Box, official: Places['postcodes']): Places {
  const streets = findStreets(gathered, box);
  const addresses = findAddresses(gathered, box);
  const places: Places = {
    v: 1,
    streets: streets.map(({ street }) => street),
    groups: [...groupHomes(addresses, streets)],
    postcodes: [...placePostcodes(addresses, official)],
  };
  // What the app would refuse must not be handed out.
  if (!v.is(placesSchema, places))
    throw new PackTrouble(
      'There are more streets or addresses here than a pack can hold. Choose a smaller box.',
    );
  return places;
}
