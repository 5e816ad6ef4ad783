import Fastify, { type FastifyInstance } from 'fastify';
import { registerRoutes } from './routes.ts';
import { securityHeaders } from './security-headers.ts';

export interface HubRequest {
  readonly method: string;
  /** Path and query as they were asked for. */
  readonly url: string;
}

export interface HubOptions {
  /** Absolute folder of the built app. */
  readonly dist: string;
  /** Absolute folder of what the hub keeps; without one it serves the app alone. */
  readonly dataFolder?: string;
  /** Sees every request, refused ones too. Tests prove with it that a phone asked for nothing. */
  readonly onRequest?: (request: HubRequest) => void;
}

/** A hub that does not listen yet: `await hub.listen({ port })` starts it. */
export function createHub({ dist, dataFolder, onRequest }: HubOptions): FastifyInstance {
  const hub = Fastify({
    logger: false,
    bodyLimit: 64 * 1024,
    forceCloseConnections: true,
    requestTimeout: 30_000,
    // An address that is no address never reaches the hooks, and would be echoed.
    frameworkErrors: (_error, _request, reply) => {
      reply.hijack();
      reply.raw.writeHead(400, securityHeaders).end();
    },
    routerOptions: { ignoreTrailingSlash: true },
  });
  hub.addHook('onRequest', async (request, reply) => {
    onRequest?.({ method: request.method, url: request.url });
    reply.headers(securityHeaders);
  });
  hub.setErrorHandler(answerPlainly);
  registerRoutes(hub, { dist, dataFolder });
  return hub;
}

/** Never sends a stack, a path of the machine or a library's words to the other side. */
const answerPlainly: Parameters<FastifyInstance['setErrorHandler']>[0] = (
  error,
  _request,
  reply,
) => {
  const status = statusOf(error);
  if (status >= 500) console.error(error);
  return reply.code(status).send({ error: status >= 500 ? 'hub-failed' : 'refused' });
};

function statusOf(error: unknown): number {
  const given = error instanceof Error && 'statusCode' in error ? error.statusCode : undefined;
  return typeof given === 'number' && given >= 400 ? given : 500;
}
