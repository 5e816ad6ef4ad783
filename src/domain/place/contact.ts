import * as v from 'valibot';
import {
  emailSchema,
  idSchema,
  listOf,
  phoneSchema,
  text,
  webAddressSchema,
} from '../record/values.ts';

export const contactSchema = v.object({
  roleName: v.optional(text(1, 60)),
  personId: v.optional(idSchema),
  phones: v.optional(
    listOf(
      v.object({
        number: phoneSchema,
        label: v.optional(text(1, 40)),
        sms: v.optional(v.boolean()),
      }),
      6,
    ),
  ),
  emails: v.optional(listOf(emailSchema, 6)),
  website: v.optional(webAddressSchema),
  social: v.optional(listOf(v.object({ network: text(1, 40), url: webAddressSchema }), 8)),
  preferred: v.optional(v.picklist(['phone', 'email', 'website', 'in-person'])),
  /** The group put this on its own site or poster. */
  published: v.optional(v.boolean()),
  publishedWhere: v.optional(text(1, 120)),
});
export type Contact = v.InferOutput<typeof contactSchema>;

export const yesNo = ['yes', 'no', 'unknown'] as const;
const answer = v.optional(v.picklist(yesNo));

export const accessSchema = v.object({
  wheelchair: v.optional(v.picklist(['yes', 'limited', 'no', 'unknown'])),
  stepFree: answer,
  accessibleToilet: answer,
  hearingLoop: answer,
  changingPlace: answer,
  parking: answer,
  nearBusStop: answer,
  detail: v.optional(text(1, 300)),
});
