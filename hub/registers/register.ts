import * as v from 'valibot';
import { circles } from '../../src/domain/sharing/level.ts';
import { foundingSchema } from '../../src/seal/founding.ts';

const hex = (length: number) => v.pipe(v.string(), v.length(length), v.regex(/^[0-9a-f]+$/));

/** Register and account ids. */
export const idSchema = hex(32);
/** SHA-256, in hex. */
export const hashSchema = hex(64);

/** What an account may. */
export const rightsSchema = v.strictObject({
  circles: v.pipe(v.array(v.picklist(circles)), v.maxLength(circles.length)),
  /** Whether it may make, change and end accounts and invites. */
  mayInvite: v.boolean(),
});
export type Rights = Readonly<v.InferOutput<typeof rightsSchema>>;

/** What a device is to the hub: no name, no role, no key. */
export const accountSchema = v.strictObject({
  /** Of the account's token, 32 random bytes. */
  tokenHash: hashSchema,
  ...rightsSchema.entries,
});
export type Account = Readonly<v.InferOutput<typeof accountSchema>>;

/** A steward's, as far as a hub can tell one. */
export const wholeAccount = (tokenHash: string): Account => ({
  tokenHash,
  circles: ['members', 'team'],
  mayInvite: true,
});
export const isWhole = (rights: Rights | undefined): boolean =>
  rights?.mayInvite === true && circles.every((circle) => rights.circles.includes(circle));

/** An account that was ended with a farewell: what is needed to hand it over, and no more. */
export const endedSchema = v.strictObject({
  account: idSchema,
  tokenHash: hashSchema,
  /** When it ended, `2026-11-26`. */
  day: v.pipe(v.string(), v.isoDate()),
});
export type Ended = Readonly<v.InferOutput<typeof endedSchema>>;

/** A register as the hub keeps it beside its circles. */
export const registerSchema = v.strictObject({
  v: v.literal(1),
  /** Random, made with the register's stores: another one says that they were replaced. */
  generation: idSchema,
  /** The first account, which its founder made. */
  founder: idSchema,
  /** For whoever comes back with a recovery sheet; absent where it was founded before hubs kept it. */
  founding: v.optional(foundingSchema),
  accounts: v.record(
    idSchema,
    v.strictObject({
      ...accountSchema.entries,
      /** The day it was last heard of, `2026-11-26`; absent before. */
      seen: v.optional(v.pipe(v.string(), v.isoDate())),
      /** The day it was made, or first heard of by a hub that keeps this. */
      made: v.optional(v.pipe(v.string(), v.isoDate())),
    }),
  ),
  /** The oldest first; none of them is among the accounts. */
  ended: v.optional(v.array(endedSchema)),
});
export type Register = Readonly<v.InferOutput<typeof registerSchema>>;

export const hasInviter = ({ accounts }: Register): boolean =>
  Object.values(accounts).some(({ mayInvite }) => mayInvite);
