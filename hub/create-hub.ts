import Fastify, { type FastifyInstance } from 'fastify';
import { type Limits, lowestClient, usualLimits } from './limits.ts';
import { registerSharing } from './register-sharing.ts';
import { isForMachines, registerRoutes } from './routes.ts';
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
  /** Whose pages may ask this hub, besides its own: `https://book.example.org`. */
  readonly origins?: readonly string[];
  /** Which programs before the hub may say for whom they ask; those of this machine at first. */
  readonly proxies?: string;
  readonly limits?: Partial<Limits>;
  /** Version of the oldest app that may share over this hub. */
  readonly lowestClient?: number;
  /** Sees every request, refused ones too. Tests prove with it that a phone asked for nothing. */
  readonly onRequest?: (request: HubRequest) => void;
}

/** A hub that does not listen yet: `await hub.listen({ port })` starts it. */
export function createHub(options: HubOptions): FastifyInstance {
  const { dist, dataFolder, origins = [], proxies = 'loopback', onRequest } = options;
  const limits = { ...usualLimits, ...options.limits };
  const hub = Fastify({
    logger: false,
    bodyLimit: 64 * 1024,
    forceCloseConnections: true,
    requestTimeout: limits.requestTime,
    http: {
      // Never the longer of the two: Node would take the one for the other.
      headersTimeout: Math.min(limits.requestTime, headersTime),
      requestTimeout: limits.requestTime,
      connectionsCheckingInterval: Math.min(limits.requestTime, checkEvery),
    },
    trustProxy: proxies,
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
    if (isForMachines(request.url)) reply.header('cache-control', 'no-store');
  });
  hub.setErrorHandler(answerPlainly);
  registerRoutes(hub, { dist, dataFolder });
  if (dataFolder !== undefined)
    registerSharing(hub, { lowestClient, ...options, dataFolder, origins, limits });
  return hub;
}

/** Milliseconds until the head of a request must be there. */
const headersTime = 20_000;
/** Milliseconds between two looks for requests that take too long. */
const checkEvery = 10_000;

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
