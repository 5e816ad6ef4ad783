import * as v from 'valibot';
import { isBase64 } from '../../src/base/bytes.ts';
import { hashSchema, idSchema } from './register.ts';

/** 16 hex digits. */
export const inviteIdSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/));

const longestMessage = 512 * 1024;
export const mostMessages = 8;

/** Base64 of what only the two ends can read. */
export const messageSchema = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(longestMessage),
  v.check(isBase64),
);

/** What the inviter says of an invite. */
export const inviteWishSchema = v.strictObject({
  register: idSchema,
  /** When it ends, as `Date.toISOString` spells it. */
  until: v.pipe(v.string(), v.isoTimestamp()),
  /** SHA-256 (hex) of the 32 bytes that whoever was invited shows as a token. */
  mailbox: hashSchema,
});
export type InviteWish = Readonly<v.InferOutput<typeof inviteWishSchema>>;

export const inviteSchema = v.strictObject({
  ...inviteWishSchema.entries,
  /** The inviter's account. */
  by: idSchema,
  /** In the order they came; the first has number 1. */
  messages: v.pipe(
    v.array(v.strictObject({ from: v.picklist(['inviter', 'invited']), message: messageSchema })),
    v.maxLength(mostMessages),
  ),
});
export type Invite = Readonly<v.InferOutput<typeof inviteSchema>>;
export type Side = Invite['messages'][number]['from'];
