import type { FastifyReply, FastifyRequest } from 'fastify';
import * as v from 'valibot';
import { clientHeader } from '../../src/base/client-version.ts';
import { readAs, refuse } from './answer.ts';

/** Apps from before there was such a header are of version 1. */
const versionSchema = v.optional(
  v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)),
  '1',
);
const header = clientHeader.toLowerCase();

/** Turns an app that is too old away before anything of it is read, so that it can half do nothing. */
export function checkClient(lowest: number) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    // What a browser asks beforehand comes without the headers that it asks about.
    if (request.method === 'OPTIONS') return undefined;
    const version = readAs(versionSchema, request.headers[header]);
    if (version === undefined) return refuse(reply, 400, 'bad-request');
    if (version >= lowest) return undefined;
    return reply.code(426).send({ error: 'update-app', atLeast: lowest });
  };
}
