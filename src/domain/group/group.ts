import * as v from 'valibot';
import * as shared from '../place/shared-fields.ts';
import { note, tags } from '../record/base-fields.ts';
import { optional } from '../record/field.ts';
import { defineKind } from '../record/kind.ts';
import { idSchema, listOf, refSchema, text } from '../record/values.ts';
import { calendarDateSchema } from '../time/calendar-date.ts';

export const formalities = [
  'informal',
  'constituted',
  'charity',
  'cic',
  'cio',
  'cooperative',
  'faith',
  'unknown',
] as const;
export const memberBands = ['2-5', '6-15', '16-40', '41-100', '100+'] as const;
export const capacities = ['welcoming', 'full', 'waiting-list', 'paused'] as const;

/** GB-CHC charity, GB-COH company, GB-EDU school (URN), GB-LAE local authority. */
export const identifierSchema = v.variant('scheme', [
  v.object({ scheme: v.literal('GB-CHC'), value: v.pipe(v.string(), v.regex(/^\d{6,8}(-\d+)?$/)) }),
  v.object({ scheme: v.literal('GB-COH'), value: v.pipe(v.string(), v.regex(/^[A-Z0-9]{8}$/)) }),
  v.object({ scheme: v.literal('GB-EDU'), value: v.pipe(v.string(), v.regex(/^\d{6}$/)) }),
  v.object({ scheme: v.literal('GB-LAE'), value: v.pipe(v.string(), v.regex(/^[A-Z0-9]{3,9}$/)) }),
]);

const aside = { share: 'members', control: 'line', section: 'more' } as const;

/** People choosing to come together unpaid, with or without a constitution. */
export const group = defineKind({
  type: 'group',
  nameField: 'name',
  share: 'public',
  reviewDays: 365,
  fields: {
    name: shared.name,
    assetType: shared.assetType,
    purpose: optional(text(1, 500), { control: 'text', section: 'what' }),
    photos: shared.photos,
    meets: shared.scheduleList(),
    meetsAt: optional(idSchema, { control: 'ref', section: 'where' }),
    location: shared.location,
    address: shared.address,
    confidentialLocation: shared.confidentialLocation,
    formality: optional(v.picklist(formalities), {
      control: 'choice',
      options: formalities,
      section: 'more',
    }),
    identifiers: optional(listOf(identifierSchema, 6), { merge: 'set' }),
    membersApprox: optional(v.picklist(memberBands), {
      share: 'members',
      control: 'choice',
      options: memberBands,
      section: 'people',
    }),
    openTo: shared.openTo,
    openToWords: shared.openToWords,
    ages: shared.ages,
    languages: shared.languages,
    cost: shared.cost,
    pricePence: shared.pricePence,
    joinHow: optional(text(1, 300), { control: 'line', section: 'welcome' }),
    access: shared.access,
    whatTheyOffer: optional(text(1, 300), aside),
    whatTheyWouldLike: optional(text(1, 300), aside),
    contactPerson: optional(v.object({ person: refSchema, role: v.optional(text(1, 60)) }), {
      personal: 'personal',
      share: 'team',
    }),
    contact: shared.contact,
    capacity: optional(
      v.object({ state: v.picklist(capacities), asOf: v.optional(calendarDateSchema) }),
      { share: 'members', control: 'capacity', section: 'welcome' },
    ),
    acceptsIntroductions: optional(
      v.object({ yes: v.boolean(), words: v.optional(text(1, 200)) }),
      { share: 'members', control: 'introductions', section: 'welcome' },
    ),
    tags,
    note,
  },
  checks: [shared.confidentialStaysClose],
});
export type Group = v.InferOutput<typeof group.schema>;
