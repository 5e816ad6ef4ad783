import type * as v from 'valibot';
import { required } from '../record/field.ts';
import { defineKind } from '../record/kind.ts';
import { idSchema, instantSchema, refSchema } from '../record/values.ts';

/** "Still true": one document per saying, so two phones never fight over a field. */
export const confirmation = defineKind({
  type: 'confirmation',
  nameField: 'at',
  share: 'public',
  precision: 'none',
  fields: {
    about: required(refSchema),
    at: required(instantSchema),
    by: required(idSchema, { personal: 'personal' }),
  },
});
export type Confirmation = v.InferOutput<typeof confirmation.schema>;
