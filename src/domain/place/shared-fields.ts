import * as v from 'valibot';
import { isBase64 } from '#base/bytes.ts';
import { optional, required } from '../record/field.ts';
import type { CrossCheck } from '../record/kind.ts';
import { languageSchema, listOf, penceSchema, text, wholeNumber } from '../record/values.ts';
import { scheduleSchema } from '../schedule/schedule.ts';
import { accessSchema, contactSchema } from './contact.ts';
import { addressSchema, locationSchema } from './location.ts';

/** Fields that several kinds share word for word (docs/data-model.md lists them per kind). */
export const name = required(text(2, 120), { control: 'line', section: 'what' });

/** Any id in the taxonomy's shape: one that a newer app added must survive here unread. */
export const typeIdSchema = v.pipe(
  v.string(),
  v.maxLength(80, 'too-long'),
  v.regex(/^(ind|assoc|inst|place|exch|cult|local)(\.[a-z0-9-]+)+$/, 'not-a-type'),
);
export const assetType = required(typeIdSchema, { control: 'asset-type', section: 'what' });
export const summary = optional(text(1, 500), { control: 'text', section: 'what' });

export const location = optional(locationSchema, {
  personal: 'named',
  control: 'location',
  section: 'where',
});
export const address = optional(addressSchema, {
  personal: 'named',
  control: 'address',
  section: 'where',
});

export const scheduleList = (section: 'when' | 'more' = 'when') =>
  optional(listOf(scheduleSchema, 20), { merge: 'set', control: 'schedules', section });

export const access = optional(accessSchema, { control: 'access', section: 'welcome' });
export const costs = ['free', 'donation', 'paid', 'unknown'] as const;
export const cost = optional(v.picklist(costs), {
  control: 'choice',
  options: costs,
  section: 'welcome',
});
export const pricePence = optional(penceSchema, { control: 'pence', section: 'welcome' });

export const contact = optional(contactSchema, {
  personal: 'named',
  share: 'members',
  control: 'contact',
  section: 'contact',
});

export const openTos = ['anyone', 'local', 'criteria', 'invite'] as const;
export const openTo = optional(v.picklist(openTos), {
  control: 'choice',
  options: openTos,
  section: 'welcome',
});
export const openToWords = optional(text(1, 300), { control: 'line', section: 'welcome' });

const age = wholeNumber(0, 120);
export const ages = optional(
  v.pipe(
    v.object({ min: v.optional(age), max: v.optional(age) }),
    v.check(({ min = 0, max = 120 }) => min <= max, 'ages-swapped'),
  ),
  { control: 'ages', section: 'welcome' },
);
export const languages = optional(listOf(languageSchema, 12), {
  merge: 'set',
  control: 'languages',
  section: 'welcome',
});

/** A photo is a row on the phone; its record keeps a thumbnail and the key that opens it. */
export const photoSchema = v.object({
  id: v.pipe(v.string(), v.uuid()),
  /** data:image/webp or jpeg, at most 8 KB of picture. */
  thumb: v.pipe(v.string(), v.regex(/^data:image\/(webp|jpeg);base64,/), v.maxLength(11_500)),
  width: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1280)),
  height: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1280)),
  words: v.optional(text(1, 140)),
  /** Base64 of 32 random bytes: opens this photo at the hub. Absent until it is to be shared. */
  key: v.optional(v.pipe(v.string(), v.length(44), v.check(isBase64))),
});
export type Photo = v.InferOutput<typeof photoSchema>;
export const photos = optional(listOf(photoSchema, 3), {
  merge: 'set',
  personal: 'named',
  control: 'photos',
  section: 'what',
});

export const facilityList = [
  'toilets',
  'kitchen',
  'wifi',
  'warm-space',
  'cool-space',
  'defibrillator',
  'baby-change',
  'drinking-water',
  'power',
  'garden',
  'projector',
  'stage',
  'storage',
  'sports-hall',
  'prayer-room',
  'quiet-room',
] as const;
export const facilities = optional(listOf(v.picklist(facilityList), 16), {
  merge: 'set',
  control: 'choices',
  options: facilityList,
  section: 'welcome',
});

/** A refuge or women's aid office: no point, at most the team, in no export. */
export const confidentialLocation = optional(v.literal(true), {
  merge: 'restrictive',
  share: 'members',
  control: 'flag',
  section: 'where',
});

export const confidentialStaysClose: CrossCheck = {
  field: 'share',
  message: 'confidential-stays-close',
  holds: ({ confidentialLocation, share }) =>
    confidentialLocation !== true || share === 'team' || share === 'device',
};
