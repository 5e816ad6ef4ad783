import type { FastifyReply } from 'fastify';
import * as v from 'valibot';

export const refuse = (reply: FastifyReply, code: number, error: string): FastifyReply =>
  reply.code(code).send({ error });

/** What one failure of a book is in HTTP. */
const codes: Readonly<Record<string, number>> = {
  unknown: 404,
  'not-allowed': 403,
  taken: 409,
  used: 409,
  removed: 409,
  full: 409,
  'last-inviter': 409,
  'too-long': 400,
  closed: 410,
};

export const refuseFor = (reply: FastifyReply, kind: string): FastifyReply =>
  refuse(reply, codes[kind] ?? 400, kind);

/** A body, a query or parameters as a schema has them; undefined otherwise. */
export function readAs<T>(schema: v.GenericSchema<unknown, T>, input: unknown): T | undefined {
  const parsed = v.safeParse(schema, input, { abortEarly: true, abortPipeEarly: true });
  return parsed.success ? parsed.output : undefined;
}
