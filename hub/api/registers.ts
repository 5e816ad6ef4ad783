import type { FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { fromBase64, toBase64, toHex } from '../../src/base/bytes.ts';
import { rootOf } from '../../src/domain/receipt/receipt.ts';
import { circles } from '../../src/domain/sharing/level.ts';
import { isSignedBy } from '../../src/seal/device-signature.ts';
import { readFounding } from '../../src/seal/founding.ts';
import { hostingBytes } from '../../src/seal/hosting.ts';
import { daysSince } from '../registers/ended-accounts.ts';
import { farewellSchema } from '../registers/farewell.ts';
import {
  accountSchema,
  hashSchema,
  idSchema,
  isWhole,
  type Rights,
  rightsSchema,
} from '../registers/register.ts';
import type { Known } from '../registers/register-shelf.ts';
import type { Sharing } from '../sharing.ts';
import { sha256 } from '../storage/sha256.ts';
import { readAs, refuse, refuseFor } from './answer.ts';
import { circleName } from './circle-address.ts';
import { callerOf } from './doors.ts';

const wishSchema = v.strictObject({
  founding: v.unknown(),
  account: idSchema,
  tokenHash: hashSchema,
  at: v.pipe(v.string(), v.isoTimestamp()),
  signature: v.pipe(v.string(), v.maxLength(88)),
});
const addressSchema = v.object({ register: idSchema, account: idSchema });
const partingSchema = v.strictObject({ farewell: v.optional(farewellSchema) });
const bucketsSchema = v.strictObject({ circle: v.picklist(circles) });

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** Makes a register's place here, for its founder's account: nobody else can sign the wish. */
export const openRegister =
  ({ registers }: Sharing): Handler =>
  async (request, reply) => {
    const wish = readAs(wishSchema, request.body);
    if (!wish) return refuse(reply, 400, 'bad-request');
    const founding = await readFounding(wish.founding);
    if (!founding.ok) return refuse(reply, 400, 'founding-broken');
    const { id, record } = founding.value;
    const isFounders = await isSignedBy(
      fromBase64(record.founder) ?? new Uint8Array(),
      fromBase64(wish.signature) ?? new Uint8Array(),
      hostingBytes({ ...wish, register: id }),
    );
    if (!isFounders.ok || !isFounders.value) return refuse(reply, 403, 'not-allowed');
    const found = await registers.found(id, { ...wish, founding: record });
    if (!found.ok) return refuseFor(reply, found.error.kind);
    return { register: id, generation: found.value.generation };
  };

/** Nobody hands out more than they have. */
const mayGive = ({ account }: Known, { circles: given }: Rights): boolean =>
  given.every((circle) => account.circles.includes(circle));

/** Ends what an account had with other rights: lines that still listen, invites, a ring. */
async function endWhatIsOver(
  { moves, invites, rings }: Sharing,
  { register, account }: v.InferOutput<typeof addressSchema>,
  rights: Rights,
): Promise<void> {
  moves.end(account);
  if (!rights.mayInvite) await invites.endAllOf({ account });
  if (!isWhole(rights)) await rings.withdraw(register, account);
}

export const putAccount =
  (sharing: Sharing): Handler =>
  async (request, reply) => {
    const address = readAs(addressSchema, request.params);
    const account = readAs(accountSchema, request.body);
    if (!address || !account) return refuse(reply, 400, 'bad-request');
    if (!mayGive(callerOf(request), account)) return refuse(reply, 403, 'not-allowed');
    const put = await sharing.registers.put(address.register, address.account, account);
    if (!put.ok) return refuseFor(reply, put.error.kind);
    await endWhatIsOver(sharing, address, account);
    return { ok: true };
  };

/** For whoever knows an account and not its token, which stays. */
export const changeAccount =
  (sharing: Sharing): Handler =>
  async (request, reply) => {
    const address = readAs(addressSchema, request.params);
    const rights = readAs(rightsSchema, request.body);
    if (!address || !rights) return refuse(reply, 400, 'bad-request');
    if (!mayGive(callerOf(request), rights)) return refuse(reply, 403, 'not-allowed');
    const changed = await sharing.registers.change(address.register, address.account, rights);
    if (!changed.ok) return refuseFor(reply, changed.error.kind);
    await endWhatIsOver(sharing, address, rights);
    return { ok: true };
  };

const nothing: Rights = { circles: [], mayInvite: false };

/**
 * By one that may invite, or by the account itself, which leaves. A farewell waits for the phone of
 * the account, which is let in nowhere else any more.
 */
export const endAccount =
  (sharing: Sharing): Handler =>
  async (request, reply) => {
    const caller = callerOf(request);
    const address = readAs(addressSchema, request.params);
    const parting = readAs(partingSchema, request.body === undefined ? {} : request.body);
    if (!address || !parting) return refuse(reply, 400, 'bad-request');
    if (!caller.account.mayInvite && caller.id !== address.account)
      return refuse(reply, 403, 'not-allowed');
    const ended = await sharing.registers.end(address.register, address.account, parting.farewell);
    if (!ended.ok) return refuseFor(reply, ended.error.kind);
    await endWhatIsOver(sharing, address, nothing);
    return { ok: true };
  };

export const listAccounts =
  ({ registers }: Sharing): Handler =>
  async (request) => {
    const all = registers.all().get(callerOf(request).register)?.accounts ?? {};
    return {
      accounts: Object.entries(all).map(
        ([id, { circles: touched, mayInvite, seen = null, made }]) => ({
          id,
          circles: touched,
          mayInvite,
          seen,
          days: made === undefined ? null : daysSince(made, Date.now()),
        }),
      ),
    };
  };

/** Sequence and root of every circle the account may touch. */
export const tellHeads =
  ({ registers, storage }: Sharing): Handler =>
  async (request) => {
    const { register, account } = callerOf(request);
    const heads = await Promise.all(
      account.circles.map(async (circle) => {
        const name = circleName({ register, circle });
        const { seq, buckets } = await storage.use(name, (store) => store.holding());
        return [circle, { seq, root: toHex(await rootOf(buckets, sha256)) }] as const;
      }),
    );
    const generation = registers.all().get(register)?.generation;
    return { circles: Object.fromEntries(heads), generation };
  };

/** All buckets of one circle, 256 × 32 bytes in base64, at the sequence told with them. */
export const tellBuckets =
  ({ storage }: Sharing): Handler =>
  async (request, reply) => {
    const { register, account } = callerOf(request);
    const asked = readAs(bucketsSchema, request.body);
    if (!asked) return refuse(reply, 400, 'bad-request');
    if (!account.circles.includes(asked.circle)) return refuse(reply, 403, 'not-allowed');
    const name = circleName({ register, circle: asked.circle });
    const { seq, buckets } = await storage.use(name, (store) => store.holding());
    return { seq, buckets: toBase64(buckets) };
  };

/** Moves as they happen, line by line, also through an nginx, which would gather them. */
export const tellMoves =
  ({ moves }: Sharing): Handler =>
  async (request, reply) =>
    reply
      .type('application/x-ndjson')
      .header('x-accel-buffering', 'no')
      .send(moves.listen(callerOf(request)));
