import * as v from 'valibot';
import { sourceKinds } from '../record/base-fields.ts';
import { optional, required } from '../record/field.ts';
import { defineKind } from '../record/kind.ts';
import { instantSchema, text } from '../record/values.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));

/** One act of bringing things in, named so that it can be taken back as one act. */
export const importBatch = defineKind({
  type: 'import-batch',
  nameField: 'fileName',
  share: 'members',
  precision: 'none',
  fields: {
    fileName: required(text(1, 200), { share: 'members' }),
    from: required(v.picklist(sourceKinds), { share: 'members' }),
    at: required(instantSchema, { share: 'members' }),
    licence: optional(text(1, 60), { share: 'members' }),
    added: required(count, { share: 'members' }),
    changed: optional(count, { share: 'members' }),
    refused: optional(count, { share: 'members' }),
    undone: optional(v.literal(true), { share: 'members', merge: 'restrictive' }),
  },
});
export type ImportBatch = v.InferOutput<typeof importBatch.schema>;
