import * as v from 'valibot';
import * as shared from '../place/shared-fields.ts';
import { note, tags } from '../record/base-fields.ts';
import { optional, required } from '../record/field.ts';
import { defineKind } from '../record/kind.ts';
import { idSchema, listOf, refSchema, text, webAddressSchema } from '../record/values.ts';
import { calendarDateSchema } from '../time/calendar-date.ts';

export const activityKinds = ['event', 'activity', 'service'] as const;
export const bookings = ['none', 'phone', 'web', 'ask'] as const;
/** Open Referral UK's four values, to the letter. */
export const operationalStatuses = ['active', 'inactive', 'defunct', 'temporarily closed'] as const;
export const circumstances = [
  'carers',
  'new-parents',
  'new-to-area',
  'older-people',
  'young-people',
  'disabled-people',
  'bereaved-people',
  'job-seekers',
  'learning-english',
] as const;

/** Something that happens: dated, repeating, or a service. Shown with its organiser's kind. */
export const activity = defineKind({
  type: 'activity',
  nameField: 'title',
  share: 'public',
  reviewDays: 90,
  fields: {
    kind: required(v.picklist(activityKinds), {
      control: 'choice',
      options: activityKinds,
      section: 'what',
    }),
    title: required(text(2, 120), { control: 'line', section: 'what' }),
    assetType: optional(shared.assetType.schema, { control: 'asset-type', section: 'what' }),
    organiser: required(refSchema, { personal: 'named' }),
    summary: shared.summary,
    whatToExpect: optional(text(1, 500), { control: 'text', section: 'what' }),
    photos: shared.photos,
    schedules: shared.scheduleList(),
    placeId: optional(idSchema, { control: 'ref', section: 'where' }),
    onlineUrl: optional(webAddressSchema, { control: 'line', section: 'where' }),
    placeToBeConfirmed: optional(v.literal(true), { control: 'flag', section: 'where' }),
    ages: shared.ages,
    cost: shared.cost,
    pricePence: shared.pricePence,
    languages: shared.languages,
    access: shared.access,
    booking: optional(v.picklist(bookings), {
      control: 'choice',
      options: bookings,
      section: 'welcome',
    }),
    openTo: shared.openTo,
    openToWords: shared.openToWords,
    circumstances: optional(listOf(v.picklist(circumstances), circumstances.length), {
      merge: 'set',
      control: 'choices',
      options: circumstances,
      section: 'welcome',
    }),
    firstVisitBuddy: optional(v.literal(true), {
      share: 'members',
      control: 'flag',
      section: 'welcome',
    }),
    buddy: optional(refSchema, { personal: 'personal', share: 'team' }),
    alert: optional(v.object({ words: text(1, 200), until: v.optional(calendarDateSchema) }), {
      control: 'notice',
      section: 'when',
    }),
    operationalStatus: optional(v.picklist(operationalStatuses), {
      control: 'choice',
      options: operationalStatuses,
      section: 'more',
    }),
    tags,
    note,
  },
  checks: [
    {
      field: 'schedules',
      message: 'when-missing',
      holds: (activity) =>
        activity['kind'] === 'service' ||
        (Array.isArray(activity['schedules']) && activity['schedules'].length > 0),
    },
    {
      field: 'placeId',
      message: 'where-missing',
      holds: (activity) =>
        Boolean(activity['placeId'] ?? activity['onlineUrl'] ?? activity['placeToBeConfirmed']),
    },
  ],
});
export type Activity = v.InferOutput<typeof activity.schema>;
