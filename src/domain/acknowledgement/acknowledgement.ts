import * as v from 'valibot';
import { required } from '../record/field.ts';
import { defineKind } from '../record/kind.ts';
import { idSchema, listOf } from '../record/values.ts';

const mostNotices = 5_000;

/** What one phone has done of what it was asked: which notices it has followed. One for each phone. */
export const acknowledgement = defineKind({
  type: 'acknowledgement',
  nameField: 'device',
  share: 'members',
  precision: 'none',
  fields: {
    /** The phone's name in the register's log. */
    device: required(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), { share: 'members' }),
    notices: required(listOf(idSchema, mostNotices), { merge: 'set', share: 'members' }),
  },
});
export type Acknowledgement = v.InferOutput<typeof acknowledgement.schema>;
