import * as v from 'valibot';
import { required } from '../record/field.ts';
import { defineKind } from '../record/kind.ts';

/** Base64 of 8 bytes for each of some 11,000 leaves: what fits a sealed body. */
const maxLength = 120 * 1024;

/**
 * A part of what a circle held when an epoch was closed; all parts together have the hash that the
 * act of the next epoch tells. What the list is for is said in `trust`.
 */
export const closingList = defineKind({
  type: 'closing-list',
  nameField: 'closes',
  share: 'members',
  precision: 'none',
  fields: {
    /** SHA-256, in hex, of the whole list. */
    closes: required(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)), { share: 'members' }),
    part: required(v.pipe(v.number(), v.safeInteger(), v.minValue(0), v.maxValue(99)), {
      share: 'members',
    }),
    parts: required(v.pipe(v.number(), v.safeInteger(), v.minValue(1), v.maxValue(100)), {
      share: 'members',
    }),
    marks: required(v.pipe(v.string(), v.maxLength(maxLength)), { share: 'members' }),
  },
});
export type ClosingListPart = v.InferOutput<typeof closingList.schema>;
