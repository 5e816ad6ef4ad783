import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { idSchema } from '../registers/register.ts';
import type { Sharing } from '../sharing.ts';
import { readAs, refuse, refuseFor } from './answer.ts';
import { callerOf } from './doors.ts';

type Handler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

const sealedType = 'application/octet-stream';
/** Photos asked about in one request. */
const mostAsked = 500;
const addressSchema = v.object({ photo: idSchema });
const askedSchema = v.strictObject({ ids: v.pipe(v.array(idSchema), v.maxLength(mostAsked)) });

const photoIn = (request: FastifyRequest): string | undefined =>
  readAs(addressSchema, request.params)?.photo;

/** Bodies as they come; nowhere else does the hub take what is no JSON. */
export function takeSealedBytes(api: FastifyInstance): void {
  api.removeAllContentTypeParsers();
  api.addContentTypeParser(sealedType, { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
}

/** RFC 9530. */
const digestOf = (body: Uint8Array): string =>
  `sha-256=:${createHash('sha256').update(body).digest('base64')}:`;

/** `wrong-digest`: what came is not what was sent; once more may help. */
export const putPhoto =
  ({ photos }: Sharing): Handler =>
  async (request, reply) => {
    const id = photoIn(request);
    const { body } = request;
    if (!id || !(body instanceof Uint8Array) || body.length === 0)
      return refuse(reply, 400, 'bad-request');
    const told = request.headers['content-digest'];
    if (told !== undefined && told !== digestOf(body)) return refuse(reply, 400, 'wrong-digest');
    const put = await photos.put(callerOf(request).register, id, new Uint8Array(body));
    if (put.ok) return { ok: true };
    if (put.error.kind === 'full') return refuse(reply, 507, 'full');
    return refuseFor(reply, put.error.kind);
  };

/** 404 `removed` for one that was erased: whoever still has it lets go of it. */
export const readPhoto =
  ({ photos }: Sharing): Handler =>
  async (request, reply) => {
    const id = photoIn(request);
    const { register } = callerOf(request);
    if (!id) return refuse(reply, 404, 'unknown');
    const photo = await photos.read(register, id);
    if (photo) return reply.type(sealedType).send(Buffer.from(photo.buffer));
    return refuse(reply, 404, (await photos.wasRemoved(register, id)) ? 'removed' : 'unknown');
  };

export const endPhoto =
  ({ photos }: Sharing): Handler =>
  async (request, reply) => {
    const id = photoIn(request);
    if (!id) return refuse(reply, 400, 'bad-request');
    await photos.remove(callerOf(request).register, id);
    return { ok: true };
  };

/** Of the photos asked about, those that are here and those that were erased. */
export const tellHeld =
  ({ photos }: Sharing): Handler =>
  async (request, reply) => {
    const asked = readAs(askedSchema, request.body);
    if (!asked) return refuse(reply, 400, 'bad-request');
    const { photos: held, removed } = await photos.held(callerOf(request).register, asked.ids);
    return { held, removed };
  };
