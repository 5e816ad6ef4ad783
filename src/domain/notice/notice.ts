import * as v from 'valibot';
import { optional, required } from '../record/field.ts';
import { defineKind } from '../record/kind.ts';
import { listOf, text } from '../record/values.ts';
import { calendarDateSchema } from '../time/calendar-date.ts';

const envelopeId = v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/));

/**
 * Says that documents of this circle were erased or moved to a narrower one. Lists that circle's
 * envelope ids and a date, never a hash of personal data. Signed by the device that wrote it.
 * One that says "moved" does not count for what comes back and says that it knows of it.
 */
export const notice = defineKind({
  type: 'notice',
  nameField: 'reason',
  share: 'members',
  precision: 'none',
  fields: {
    ids: required(listOf(envelopeId, 500), { merge: 'set', share: 'members' }),
    on: required(calendarDateSchema, { share: 'members' }),
    reason: required(v.picklist(['erased', 'moved']), { share: 'members' }),
    signedBy: optional(text(1, 100), { share: 'members' }),
    signature: optional(text(1, 200), { share: 'members' }),
  },
});
export type Notice = v.InferOutput<typeof notice.schema>;
