import * as v from 'valibot';
import { note, tags } from '../record/base-fields.ts';
import { optional } from '../record/field.ts';
import { defineKind } from '../record/kind.ts';
import { idSchema, listOf, penceSchema, refSchema, text, wholeNumber } from '../record/values.ts';
import * as shared from './shared-fields.ts';

export const spaceCosts = ['free', 'donation', 'hourly', 'negotiable'] as const;

/** A bookable room. The keyholder is a person: team only, so it is a field of its own below. */
export const spaceSchema = v.object({
  id: idSchema,
  name: text(1, 80),
  capacity: v.optional(wholeNumber(1, 5000)),
  areaM2: v.optional(
    v.pipe(
      v.number('not-a-number'),
      v.minValue(1, 'not-a-number'),
      v.maxValue(100_000, 'not-a-number'),
    ),
  ),
  equipment: v.optional(listOf(text(1, 40), 20)),
  cost: v.optional(v.picklist(spaceCosts)),
  pricePence: v.optional(penceSchema),
  howToBook: v.optional(text(1, 200)),
});

export const communityUses = ['open', 'by-arrangement', 'closed', 'could-be'] as const;
export const risks = ['private-land', 'no-lone-visits', 'dog', 'unsafe-after-dark'] as const;

const osmSchema = v.object({
  type: v.picklist(['node', 'way', 'relation']),
  id: v.pipe(v.number(), v.integer(), v.minValue(1)),
  version: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
});

/** A physical thing people can go to, use or look after. */
export const place = defineKind({
  type: 'place',
  nameField: 'name',
  share: 'public',
  reviewDays: 365,
  fields: {
    name: shared.name,
    assetType: shared.assetType,
    summary: shared.summary,
    photos: shared.photos,
    openingTimes: shared.scheduleList(),
    idleTimes: optional(listOf(text(1, 140), 10), {
      merge: 'set',
      share: 'members',
      control: 'words',
      section: 'when',
    }),
    location: shared.location,
    address: shared.address,
    confidentialLocation: shared.confidentialLocation,
    owner: optional(text(1, 120), { personal: 'named', share: 'members', control: 'line' }),
    steward: optional(text(1, 120), { personal: 'named', share: 'members', control: 'line' }),
    spaces: optional(listOf(spaceSchema, 20), {
      merge: 'set',
      share: 'members',
      control: 'rows',
      section: 'more',
    }),
    keyholders: optional(listOf(refSchema, 5), {
      merge: 'set',
      personal: 'personal',
      share: 'team',
    }),
    access: shared.access,
    facilities: shared.facilities,
    cost: shared.cost,
    contact: shared.contact,
    osm: optional(osmSchema),
    communityUse: optional(v.picklist(communityUses), {
      share: 'members',
      control: 'choice',
      options: communityUses,
      section: 'welcome',
    }),
    risk: optional(listOf(v.picklist(risks), 4), {
      merge: 'set',
      personal: 'named',
      share: 'team',
      control: 'choices',
      options: risks,
      section: 'more',
    }),
    tags,
    note,
  },
  checks: [shared.confidentialStaysClose],
});
export type Place = v.InferOutput<typeof place.schema>;
