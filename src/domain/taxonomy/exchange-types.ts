import {
  type AssetTypeRow,
  location,
  nothing,
  organisation,
  withService,
  withServiceAndLocation,
} from './asset-type.ts';

/** Sharing and trade: where things, food, time and money change hands locally. */
export const exchangeTypes = [
  { id: 'exch.cafe', icon: 'Coffee', oruk: location },
  { id: 'exch.shop', icon: 'ShoppingBasket', oruk: nothing },
  { id: 'exch.market', icon: 'Store', oruk: location, lga: ['markets'] },
  // Money hardship is sensitive here by policy, not by law.
  {
    id: 'exch.food-share',
    icon: 'Soup',
    oruk: withServiceAndLocation,
    lga: ['food banks'],
    sensitive: true,
  },
  { id: 'exch.reuse', icon: 'Recycle', oruk: organisation, lga: ['reuse'] },
  { id: 'exch.repair', icon: 'Wrench', oruk: withService, lga: ['repair'] },
  { id: 'exch.library-things', icon: 'LibraryBig', oruk: withService, lga: ['lending'] },
  {
    id: 'exch.timebank',
    icon: 'Hourglass',
    oruk: withService,
    lga: ['time banks'],
    oftenHome: true,
  },
  {
    id: 'exch.micro',
    icon: 'Scissors',
    oruk: withService,
    lga: ['micro-providers'],
    oftenHome: true,
  },
  { id: 'exch.coop', icon: 'Handshake', oruk: withService, lga: ['social enterprise'] },
  { id: 'exch.credit', icon: 'PiggyBank', oruk: withService, lga: ['credit unions'] },
  { id: 'exch.laundry-work', icon: 'WashingMachine', oruk: nothing },
] as const satisfies readonly AssetTypeRow[];
