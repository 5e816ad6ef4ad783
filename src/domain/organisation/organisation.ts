import * as v from 'valibot';
import { identifierSchema } from '../group/group.ts';
import * as shared from '../place/shared-fields.ts';
import { note, tags } from '../record/base-fields.ts';
import { optional } from '../record/field.ts';
import { defineKind } from '../record/kind.ts';
import { idSchema, listOf, refSchema, text } from '../record/values.ts';

export const legalForms = [
  'public-body',
  'charity',
  'company',
  'cic',
  'cio',
  'cooperative',
  'school',
  'faith-body',
  'other',
] as const;
export const relationships = ['partner', 'friend', 'known', 'not-yet'] as const;

const gift = optional(text(1, 300), { share: 'members', control: 'line', section: 'people' });

/** A body with paid staff and a budget. Its gifts follow the ABCD inventory of institutions. */
export const organisation = defineKind({
  type: 'organisation',
  nameField: 'name',
  share: 'public',
  reviewDays: 365,
  fields: {
    name: shared.name,
    alternateName: optional(text(1, 120), { control: 'line', section: 'what' }),
    assetType: shared.assetType,
    summary: shared.summary,
    photos: shared.photos,
    openingTimes: shared.scheduleList(),
    location: shared.location,
    address: shared.address,
    confidentialLocation: shared.confidentialLocation,
    legalForm: optional(v.picklist(legalForms), {
      control: 'choice',
      options: legalForms,
      section: 'more',
    }),
    identifiers: optional(listOf(identifierSchema, 6), { merge: 'set' }),
    parentId: optional(idSchema),
    sites: optional(listOf(idSchema, 50), { merge: 'set' }),
    giftPeople: gift,
    giftSpace: gift,
    giftEquipment: gift,
    giftBuying: gift,
    giftHiring: gift,
    giftNetworks: gift,
    cost: shared.cost,
    access: shared.access,
    facilities: shared.facilities,
    contact: shared.contact,
    contactPerson: optional(v.object({ person: refSchema, role: v.optional(text(1, 60)) }), {
      personal: 'personal',
      share: 'team',
    }),
    relationship: optional(v.picklist(relationships), {
      share: 'team',
      control: 'choice',
      options: relationships,
      section: 'more',
    }),
    tags,
    note,
  },
  checks: [
    shared.confidentialStaysClose,
    {
      field: 'parentId',
      message: 'own-parent',
      holds: (organisation) => organisation['parentId'] !== organisation['id'],
    },
  ],
});
export type Organisation = v.InferOutput<typeof organisation.schema>;
