import type { FastifyReply, FastifyRequest } from 'fastify';
import { clientHeader } from '../../src/base/client-version.ts';
import { refuse } from './answer.ts';

/** For pages of other places than the hub's own; `origins` as browsers spell them. */
export function checkOrigin(origins: readonly string[]) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const { origin } = request.headers;
    if (origin === undefined || isOwn(origin, request)) return undefined;
    reply.header('vary', 'origin');
    if (!origins.includes(origin)) return refuse(reply, 403, 'origin-refused');
    // PouchDB always asks with credentials, and then a star is not enough.
    reply.headers({
      'access-control-allow-origin': origin,
      'access-control-allow-credentials': 'true',
      'access-control-expose-headers': 'retry-after',
    });
    return undefined;
  };
}

/** What a browser asks beforehand; `checkOrigin` has let it in. */
export function allowBeforehand(_request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply
    .headers({
      'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
      'access-control-allow-headers': `authorization, content-type, content-encoding, content-digest, ${clientHeader}`,
      'access-control-max-age': '7200',
    })
    .code(204)
    .send();
}

/** By host alone: before a proxy the hub can't know whether the browser came by HTTPS. */
function isOwn(origin: string, request: FastifyRequest): boolean {
  try {
    return new URL(origin).host === request.host;
  } catch {
    return false;
  }
}
