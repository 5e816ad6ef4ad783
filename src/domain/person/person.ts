import * as v from 'valibot';
import { locationSchema } from '../place/location.ts';
import { typeIdSchema } from '../place/shared-fields.ts';
import { note, tags } from '../record/base-fields.ts';
import { optional, required } from '../record/field.ts';
import { defineKind } from '../record/kind.ts';
import { idSchema, languageSchema, listOf, text } from '../record/values.ts';
import { shareLevelSchema } from '../sharing/level.ts';
import { giftTypeSchema } from '../taxonomy/gifts.ts';
import { calendarDateSchema } from '../time/calendar-date.ts';

export const giftLevels = ['would-share', 'would-teach', 'would-lead', 'already-do'] as const;
export const giftTerms = ['gift', 'swap', 'expenses', 'paid'] as const;
export const giftDimensions = ['head', 'hand', 'heart'] as const;

/** The person's own phrase comes first; the type is chosen afterwards, or not at all. */
export const giftSchema = v.object({
  id: idSchema,
  dimension: v.picklist(giftDimensions),
  words: text(1, 140),
  giftType: v.optional(giftTypeSchema),
  level: v.optional(v.picklist(giftLevels)),
  terms: v.optional(v.picklist(giftTerms)),
  share: v.optional(shareLevelSchema),
  active: v.optional(v.boolean()),
});

export const wishKinds = ['learn', 'join', 'start', 'meet', 'help', 'change'] as const;
export const wishSchema = v.object({
  id: idSchema,
  kind: v.picklist(wishKinds),
  words: text(1, 140),
  giftType: v.optional(giftTypeSchema),
  share: v.optional(shareLevelSchema),
  status: v.optional(v.picklist(['open', 'met', 'dropped'])),
  metBy: v.optional(listOf(idSchema, 10)),
});

export const contactRouteKinds = [
  'phone',
  'sms',
  'whatsapp',
  'email',
  'letter',
  'knock',
  'via',
] as const;
const contactRouteSchema = v.object({
  kind: v.picklist(contactRouteKinds),
  value: v.optional(text(1, 120)),
  bestTime: v.optional(text(1, 60)),
});

export const availabilities = [
  'weekday-day',
  'weekday-evening',
  'weekend-day',
  'weekend-evening',
  'now-and-then',
] as const;
export const reaches = ['my-street', 'walkable', 'neighbourhood', 'online'] as const;
export const personRoles = [
  'connector',
  'street-rep',
  'group-organiser',
  'key-holder',
  'elder',
  'volunteer',
] as const;
export const ageBands = [
  '13-15',
  '16-17',
  '18-24',
  '25-44',
  '45-64',
  '65-84',
  '85+',
  'not-said',
] as const;
export const checkKinds = ['dbs-basic', 'dbs-enhanced', 'first-aid', 'food-hygiene'] as const;

const personal = { personal: 'personal', share: 'team' } as const;
const some = <T extends readonly string[]>(options: T) =>
  optional(listOf(v.picklist(options), options.length), {
    ...personal,
    merge: 'set',
    control: 'choices',
    options,
    section: 'people',
  });
const has = (values: Record<string, unknown>, key: string) =>
  Array.isArray(values[key]) && values[key].length > 0;

/**
 * What a person offers and would like. No field exists for birth date, NHS number, ethnicity,
 * religion, sexuality, health, immigration, income, record or household (docs/privacy.md).
 */
export const person = defineKind({
  type: 'person',
  nameField: 'displayName',
  share: 'device',
  precision: 'street',
  fields: {
    gifts: optional(listOf(giftSchema, 30), {
      ...personal,
      merge: 'set',
      control: 'gifts',
      section: 'what',
    }),
    displayName: required(text(1, 60), { ...personal, control: 'line', section: 'what' }),
    assetType: optional(typeIdSchema, { ...personal, control: 'asset-type', section: 'what' }),
    wishes: optional(listOf(wishSchema, 30), {
      ...personal,
      merge: 'set',
      control: 'wishes',
      section: 'what',
    }),
    privateName: optional(text(1, 120), {
      personal: 'personal',
      share: 'device',
      control: 'line',
      section: 'people',
    }),
    home: optional(text(1, 120), { personal: 'personal', share: 'device' }),
    location: optional(locationSchema, { ...personal, control: 'location', section: 'where' }),
    contactRoutes: optional(listOf(contactRouteSchema, 6), {
      ...personal,
      merge: 'set',
      share: 'device',
      control: 'rows',
      section: 'people',
    }),
    preferredLanguage: optional(languageSchema, {
      ...personal,
      control: 'language',
      section: 'people',
    }),
    // "They said no" is an answer too, and a tick cannot give it.
    needsInterpreter: optional(v.boolean(), personal),
    availability: some(availabilities),
    reach: optional(v.picklist(reaches), {
      ...personal,
      control: 'choice',
      options: reaches,
      section: 'people',
    }),
    roles: some(personRoles),
    ageBand: optional(v.picklist(ageBands), personal),
    checks: optional(
      listOf(
        v.object({
          kind: v.picklist(checkKinds),
          seenOn: calendarDateSchema,
          seenBy: v.optional(idSchema),
        }),
        8,
      ),
      { ...personal, merge: 'set' },
    ),
    pause: optional(v.object({ until: calendarDateSchema, reason: v.optional(text(1, 80)) }), {
      ...personal,
      merge: 'restrictive',
    }),
    deceased: optional(v.literal(true), { ...personal, merge: 'restrictive' }),
    movedAway: optional(v.literal(true), { ...personal, merge: 'restrictive' }),
    tags: { ...tags, ...personal },
    note,
  },
  checks: [
    {
      field: 'gifts',
      message: 'gift-first',
      holds: (person) => has(person, 'gifts') || has(person, 'wishes'),
    },
    {
      field: 'share',
      message: 'people-stay-here',
      holds: (person) => person['share'] === 'device',
    },
  ],
});
export type Person = v.InferOutput<typeof person.schema>;
