import * as v from 'valibot';
import * as shared from '../place/shared-fields.ts';
import { note, tags } from '../record/base-fields.ts';
import { optional } from '../record/field.ts';
import { defineKind } from '../record/kind.ts';
import { listOf, text } from '../record/values.ts';

export const tradeModels = [
  'shop',
  'market',
  'lend',
  'swap',
  'give',
  'timebank',
  'cooperative',
  'micro-enterprise',
  'pay-what-you-can',
  'informal',
] as const;
export const ownerships = [
  'independent',
  'community',
  'cooperative',
  'chain',
  'public',
  'sole-trader',
] as const;
export const communityOffers = [
  'noticeboard',
  'meeting-corner',
  'free-drink',
  'toilet-for-anyone',
  'safe-haven',
  'parcel-hub',
  'local-hiring',
  'donates-surplus',
  'chatty-table',
] as const;
export const accepted = [
  'cash',
  'card',
  'healthy-start',
  'local-currency',
  'time-credits',
] as const;

const choice = <T extends readonly string[]>(options: T, section: 'what' | 'welcome' | 'more') =>
  optional(v.picklist(options), { control: 'choice', options, section });
const choices = <T extends readonly string[]>(options: T) =>
  optional(listOf(v.picklist(options), options.length), {
    merge: 'set',
    control: 'choices',
    options,
    section: 'welcome',
  });

/** The standing local economy: shops, swaps, repair cafés, time banks, sharing tables. */
export const exchange = defineKind({
  type: 'exchange',
  nameField: 'name',
  share: 'public',
  reviewDays: 365,
  fields: {
    name: shared.name,
    assetType: shared.assetType,
    summary: shared.summary,
    photos: shared.photos,
    openingTimes: shared.scheduleList(),
    location: shared.location,
    address: shared.address,
    tradeModel: choice(tradeModels, 'what'),
    ownership: choice(ownerships, 'more'),
    communityOffer: choices(communityOffers),
    accepts: choices(accepted),
    cost: shared.cost,
    pricePence: shared.pricePence,
    openTo: shared.openTo,
    openToWords: shared.openToWords,
    joinHow: optional(text(1, 300), { control: 'line', section: 'welcome' }),
    access: shared.access,
    facilities: shared.facilities,
    contact: shared.contact,
    tags,
    note,
  },
});
export type Exchange = v.InferOutput<typeof exchange.schema>;
