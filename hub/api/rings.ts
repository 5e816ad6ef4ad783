import type { FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { hashSchema, idSchema } from '../registers/register.ts';
import { ringWishSchema } from '../registers/ring.ts';
import type { Sharing } from '../sharing.ts';
import { readAs, refuse, refuseFor } from './answer.ts';
import { callerOf } from './doors.ts';

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

const addressSchema = v.object({ register: idSchema });
const wishSchema = v.strictObject({
  account: idSchema,
  tokenHash: hashSchema,
  at: v.pipe(v.string(), v.maxLength(40), v.isoTimestamp()),
  signature: v.pipe(v.string(), v.maxLength(88)),
});

const registerIn = (request: FastifyRequest): string =>
  readAs(addressSchema, request.params)?.register ?? '';

/** The ring for the sheet that was printed last; the one before it opens nothing here any more. */
export const putRing =
  ({ rings }: Sharing): Handler =>
  async (request, reply) => {
    const { register, id } = callerOf(request);
    const wish = readAs(ringWishSchema, request.body);
    if (!wish) return refuse(reply, 400, 'bad-request');
    await rings.put(register, id, wish);
    return { ok: true };
  };

export const endRing =
  ({ rings }: Sharing): Handler =>
  async (request) => {
    await rings.withdraw(callerOf(request).register);
    return { ok: true };
  };

/** For whoever knows the register's id. One that is not here and one without a ring look alike. */
export const readRing =
  ({ rings, registers }: Sharing): Handler =>
  async (request, reply) => {
    const register = registerIn(request);
    const ring = register && (await rings.open(register));
    if (!ring) return refuse(reply, 404, 'unknown');
    const founding = registers.all().get(register)?.founding;
    return { ring, ...(founding && { founding }) };
  };

/** Answers as `openRegister` does. */
export const recover =
  ({ rings }: Sharing): Handler =>
  async (request, reply) => {
    const register = registerIn(request);
    const wish = readAs(wishSchema, request.body);
    if (!wish) return refuse(reply, 400, 'bad-request');
    if (!register) return refuse(reply, 404, 'unknown');
    const made = await rings.recover({ ...wish, register });
    if (!made.ok) return refuseFor(reply, made.error.kind);
    return { register, generation: made.value.generation };
  };
