import * as v from 'valibot';
import { addressSchema, positionSchema } from '../place/location.ts';
import { optional, required } from '../record/field.ts';
import { defineKind } from '../record/kind.ts';
import { languageSchema, listOf, text } from '../record/values.ts';
import { shareLevelSchema } from '../sharing/level.ts';

export const roles = [
  'resident',
  'volunteer',
  'connector',
  'coordinator',
  'link-worker',
  'steward',
  'partner',
] as const;

const line = (max: number) =>
  optional(text(1, max), { control: 'line', section: 'what', share: 'members' });

/** The neighbourhood's own book: what it is called, what it is for, who looks after it. */
export const register = defineKind({
  type: 'register',
  nameField: 'name',
  share: 'members',
  precision: 'none',
  fields: {
    name: required(text(2, 80), { control: 'line', section: 'what', share: 'members' }),
    purpose: optional(text(1, 400), { control: 'text', section: 'what', share: 'members' }),
    area: line(200),
    centre: optional(positionSchema, { share: 'members' }),
    boundary: optional(
      v.object({
        type: v.literal('Polygon'),
        coordinates: v.array(v.pipe(v.array(positionSchema), v.minLength(4), v.maxLength(5000))),
      }),
      { share: 'members' },
    ),
    inCharge: optional(listOf(v.object({ name: text(1, 60), role: v.picklist(roles) }), 20), {
      merge: 'set',
      personal: 'personal',
      share: 'members',
      control: 'rows',
      section: 'people',
    }),
    controllerName: line(120),
    controllerContact: line(160),
    controllerAddress: optional(addressSchema, { share: 'members' }),
    joinPolicy: optional(v.picklist(['open', 'approve', 'invite']), { share: 'members' }),
    shareDefaults: optional(v.record(v.string(), shareLevelSchema), { share: 'members' }),
    languages: optional(listOf(languageSchema, 12), { merge: 'set', share: 'members' }),
    safeguardingName: line(80),
    safeguardingPhone: line(40),
    safeguardingOutOfHours: line(200),
  },
});
export type Register = v.InferOutput<typeof register.schema>;

/** Someone who has joined. The id is a pseudonym; the name is the one they choose. */
export const member = defineKind({
  type: 'member',
  nameField: 'displayName',
  share: 'members',
  precision: 'none',
  fields: {
    displayName: required(text(1, 60), { personal: 'personal', share: 'members' }),
    joinedAt: optional(text(1, 40), { share: 'members' }),
    roles: optional(listOf(v.picklist(roles), roles.length), { merge: 'set', share: 'members' }),
    state: required(v.picklist(['invited', 'active', 'paused', 'left']), { share: 'members' }),
  },
});
export type Member = v.InferOutput<typeof member.schema>;
