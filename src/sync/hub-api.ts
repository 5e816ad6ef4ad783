import * as v from 'valibot';
import { isBase64, toBase64 } from '#base/bytes.ts';
import { type Failure, ok, type Result } from '#base/result.ts';
import { type Circle, circles } from '#domain/sharing/level.ts';
import { signWithDevice } from '#seal/device-signature.ts';
import type { FoundingRecord } from '#seal/founding.ts';
import { type HostingWish, hostingBytes } from '#seal/hosting.ts';
import type { HubFailure } from './hub-failure.ts';
import type { HubLine } from './hub-line.ts';
import { forRings } from './hub-rings.ts';

const hex = (length: number) => v.pipe(v.string(), v.length(length), v.regex(/^[0-9a-f]+$/));
const done = v.object({ ok: v.literal(true) });
const hostedSchema = v.object({ register: hex(32), generation: hex(32) });
const accountsSchema = v.object({
  accounts: v.array(
    v.object({
      id: hex(32),
      circles: v.array(v.picklist(circles)),
      mayInvite: v.boolean(),
      /** The day it was last heard of, `2026-11-26`; null before. */
      seen: v.nullable(v.pipe(v.string(), v.isoDate())),
      /** How old it is by the hub's clock; older hubs don't say. */
      days: v.nullish(v.pipe(v.number(), v.safeInteger(), v.minValue(0))),
    }),
  ),
});
const longestMessage = 512 * 1024;
const messagesSchema = v.object({
  messages: v.array(
    v.object({
      /** From 1. */
      number: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
      from: v.picklist(['inviter', 'invited']),
      /** Base64 of what only the two ends can read. */
      message: v.pipe(v.string(), v.maxLength(longestMessage), v.check(isBase64)),
    }),
  ),
});

export type AccountSeen = Readonly<v.InferOutput<typeof accountsSchema>['accounts'][number]>;
export type HubMessage = Readonly<v.InferOutput<typeof messagesSchema>['messages'][number]>;

/** What an account may at the hub; nobody hands out more than they have. */
export interface AccountRights {
  readonly circles: readonly Circle[];
  readonly mayInvite: boolean;
}

export interface AccountWish extends AccountRights {
  /** SHA-256 (hex) of its token. */
  readonly tokenHash: string;
}

export interface InviteWish {
  readonly register: string;
  /** When it ends, as `Date.toISOString` spells it. */
  readonly until: string;
  /** SHA-256 (hex) of the token that whoever was invited shows. */
  readonly mailbox: string;
}

/** A register's first word to a hub, signed by the device that founded it. */
export interface Hosting {
  readonly founding: FoundingRecord;
  readonly wish: HostingWish;
  /** Of the founding device (Ed25519). */
  readonly privateKey: CryptoKey;
}

type Answer<T, W extends string = never> = Promise<Result<T, HubFailure | Failure<W>>>;

/** Base64 of 64 KiB. */
const longestFarewell = 87_384;
const farewellSchema = v.object({
  farewell: v.pipe(v.string(), v.maxLength(longestFarewell), v.check(isBase64)),
});
const farewellSize = 96 * 1024;

/** Eight messages and what stands around them. */
const mailboxSize = 8 * longestMessage + 64 * 1024;

const accountPath = (register: string, account: string) =>
  `/api/registers/${register}/accounts/${account}`;
const invitePath = (invite: string) => `/api/invites/${invite}`;

type Line = Pick<HubLine, 'ask'>;

const forAccounts = ({ ask }: Line) => ({
  accounts: async (register: string): Answer<readonly AccountSeen[]> => {
    const path = `/api/registers/${register}/accounts`;
    const told = await ask(path, { schema: accountsSchema });
    return told.ok ? { ok: true, value: told.value.accounts } : told;
  },
  putAccount: (
    register: string,
    account: string,
    wish: AccountWish,
  ): Answer<unknown, 'taken' | 'full' | 'last-inviter' | 'unknown'> =>
    ask(accountPath(register, account), {
      method: 'PUT',
      body: wish,
      schema: done,
      words: ['taken', 'full', 'last-inviter', 'unknown'] as const,
    }),
  /** Of an account that is there, by whoever needs not know its token. */
  changeAccount: (
    register: string,
    account: string,
    { circles, mayInvite }: AccountRights,
  ): Answer<unknown, 'last-inviter' | 'unknown'> =>
    ask(accountPath(register, account), {
      method: 'PATCH',
      body: { circles, mayInvite },
      schema: done,
      words: ['last-inviter', 'unknown'] as const,
    }),
  /** `farewell`: base64 of at most 64 KiB, kept half a year for the phone of this account. */
  endAccount: (
    register: string,
    account: string,
    farewell?: string,
  ): Answer<unknown, 'last-inviter' | 'unknown'> =>
    ask(accountPath(register, account), {
      method: 'DELETE',
      ...(farewell !== undefined && { body: { farewell } }),
      schema: done,
      words: ['last-inviter', 'unknown'] as const,
    }),
  /** What was left for this phone when its account was ended; undefined where nothing was. */
  farewell: async (register: string): Answer<string | undefined> => {
    const path = `/api/registers/${register}/farewell`;
    const words = ['unauthorized'] as const;
    const told = await ask(path, { schema: farewellSchema, most: farewellSize, words });
    if (told.ok) return ok(told.value.farewell);
    const { error } = told;
    return error.kind === 'unauthorized' ? ok(undefined) : { ok: false, error };
  },
});

const forInvites = ({ ask }: Line) => ({
  makeInvite: (invite: string, wish: InviteWish): Answer<unknown, 'taken' | 'full' | 'too-long'> =>
    ask(invitePath(invite), {
      method: 'PUT',
      body: wish,
      schema: done,
      words: ['taken', 'full', 'too-long'] as const,
    }),
  endInvite: (invite: string): Answer<unknown, 'unknown'> =>
    ask(invitePath(invite), { method: 'DELETE', schema: done, words: ['unknown'] as const }),
  /** `number`: the place of the message in the mailbox, from 1, so that none is put in twice. */
  post: (
    invite: string,
    number: number,
    message: string,
  ): Answer<unknown, 'used' | 'full' | 'unknown'> =>
    ask(`${invitePath(invite)}/messages`, {
      method: 'POST',
      body: { number, message },
      schema: done,
      words: ['used', 'full', 'unknown'] as const,
    }),
  /** Messages after this number, both ends' own too. */
  messages: async (
    invite: string,
    after: number,
    signal?: AbortSignal,
  ): Answer<readonly HubMessage[], 'unknown'> => {
    const path = `${invitePath(invite)}/messages?after=${after}`;
    const words = ['unknown'] as const;
    const told = await ask(path, { schema: messagesSchema, most: mailboxSize, words, signal });
    return told.ok ? { ok: true, value: told.value.messages } : told;
  },
});

/**
 * What is said to a hub beside the circles. Refusals in its own words: `taken` (another founder,
 * another account of this id), `full` (no more registers, accounts or messages), `used` (this
 * number of a message is somebody else's), `last-inviter`, `unknown` (no such account, or an invite that is
 * over, or a message out of turn), `too-long` (an invite of more than 48 hours).
 */
export const hubApi = ({ ask }: HubLine) => ({
  /** Makes the register's place; the same wish once more is fine. Needs no account yet. */
  host: async ({
    founding,
    wish,
    privateKey,
  }: Hosting): Answer<v.InferOutput<typeof hostedSchema>, 'taken' | 'full'> => {
    const { account, tokenHash, at } = wish;
    const signature = toBase64(await signWithDevice(privateKey, hostingBytes(wish)));
    const body = { founding, account, tokenHash, at, signature };
    const words = ['taken', 'full'] as const;
    return ask('/api/registers', { method: 'POST', body, schema: hostedSchema, words });
  },
  ...forAccounts({ ask }),
  ...forInvites({ ask }),
  ...forRings({ ask }),
});
