import * as v from 'valibot';
import { isBase64 } from '../../src/base/bytes.ts';
import { base64Of } from '../../src/seal/shapes.ts';
import { idSchema } from './register.ts';

/** Base64 of 1 MiB. */
const longestRing = 1_398_104;

/** What a steward leaves here for the day all phones are lost. */
export const ringWishSchema = v.strictObject({
  /** Base64 of what only the words of the recovery sheet open. */
  ring: v.pipe(v.string(), v.minLength(1), v.maxLength(longestRing), v.check(isBase64)),
  /** The sheet's Ed25519 public key, base64 of 32 bytes. */
  sign: base64Of(32),
});
export type RingWish = Readonly<v.InferOutput<typeof ringWishSchema>>;

export const ringSchema = v.strictObject({
  v: v.literal(1),
  ...ringWishSchema.entries,
  /** Absent once it was taken away; the rest says what was used of its sheet. */
  ring: v.optional(ringWishSchema.entries.ring),
  /** The account that put it here, or the last that came back with it. */
  by: idSchema,
  /** Accounts that were made with this sheet, so that an old wish makes none of them anew. */
  used: v.array(idSchema),
});
export type Ring = Readonly<v.InferOutput<typeof ringSchema>>;
