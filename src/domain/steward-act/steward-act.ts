import * as v from 'valibot';
import { required } from '../record/field.ts';
import { defineKind } from '../record/kind.ts';

/** Bytes of an act's canonical text, which is ASCII: with what is around it, it fits a sealed body. */
const maxActLength = 124 * 1024;

/**
 * One act of the register's log as it travels: who belongs, who may what, who holds which key. What
 * it says is signed and judged by the log (`trust`); as a record it is only carried.
 */
export const stewardAct = defineKind({
  type: 'steward-act',
  nameField: 'signed',
  share: 'members',
  precision: 'none',
  fields: {
    /** Canonical JSON of the signed act. */
    signed: required(v.pipe(v.string(), v.minLength(2), v.maxLength(maxActLength)), {
      share: 'members',
    }),
  },
});
export type StewardAct = v.InferOutput<typeof stewardAct.schema>;
