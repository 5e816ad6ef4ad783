import type { FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import {
  inviteIdSchema,
  inviteWishSchema,
  messageSchema,
  mostMessages,
  type Side,
} from '../registers/invite.ts';
import type { Sharing } from '../sharing.ts';
import { readAs, refuse, refuseFor } from './answer.ts';
import { callerOf, isAccount } from './doors.ts';

const addressSchema = v.object({ invite: inviteIdSchema });
const postSchema = v.strictObject({
  number: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(mostMessages)),
  message: messageSchema,
});
const querySchema = v.object({
  after: v.optional(v.pipe(v.string(), v.regex(/^\d$/), v.transform(Number)), '0'),
});

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

const inviteIn = (request: FastifyRequest): string =>
  readAs(addressSchema, request.params)?.invite ?? '';

export const makeInvite =
  ({ invites }: Sharing): Handler =>
  async (request, reply) => {
    const { id, register, account } = callerOf(request);
    const wish = readAs(inviteWishSchema, request.body);
    const invite = readAs(addressSchema, request.params);
    if (!wish || !invite) return refuse(reply, 400, 'bad-request');
    if (wish.register !== register || !account.mayInvite) return refuse(reply, 403, 'not-allowed');
    const made = await invites.make(invite.invite, id, wish);
    return made.ok ? { ok: true } : refuseFor(reply, made.error.kind);
  };

/** Which end of the mailbox is asking; undefined for an account that did not invite. */
function sideOf({ invites }: Sharing, request: FastifyRequest): Side | undefined {
  if (!isAccount(request)) return 'invited';
  return invites.get(inviteIn(request))?.by === callerOf(request).id ? 'inviter' : undefined;
}

export const postMessage =
  (sharing: Sharing): Handler =>
  async (request, reply) => {
    const from = sideOf(sharing, request);
    const posted = readAs(postSchema, request.body);
    if (!from) return refuse(reply, 404, 'unknown');
    if (!posted) return refuse(reply, 400, 'bad-request');
    const done = await sharing.invites.post(inviteIn(request), { ...posted, from });
    return done.ok ? { ok: true } : refuseFor(reply, done.error.kind);
  };

export const readMessages =
  (sharing: Sharing): Handler =>
  async (request, reply) => {
    const invite = sharing.invites.get(inviteIn(request));
    const query = readAs(querySchema, request.query);
    if (!invite || !sideOf(sharing, request)) return refuse(reply, 404, 'unknown');
    if (!query) return refuse(reply, 400, 'bad-request');
    const numbered = invite.messages.map((message, at) => ({ number: at + 1, ...message }));
    return { messages: numbered.filter(({ number }) => number > query.after) };
  };

export const endInvite =
  (sharing: Sharing): Handler =>
  async (request, reply) => {
    if (sideOf(sharing, request) !== 'inviter') return refuse(reply, 404, 'unknown');
    await sharing.invites.end(inviteIn(request));
    return { ok: true };
  };
