import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isScreenAddress, screenAddresses } from '../src/base/screen-addresses.ts';
import { registerStaticFiles, sendApp } from './static-files.ts';

/** Every address the hub answers; whatever is not listed here is refused. */
export function registerRoutes(hub: FastifyInstance, dist: string): void {
  hub.get('/api/health', async () => ({ ok: true }));
  for (const address of screenAddresses) hub.get(address, (_request, reply) => sendApp(reply));
  registerStaticFiles(hub, dist);
  hub.setNotFoundHandler(refuse);
}

const readOnly = 'GET, HEAD';

function refuse(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  if (request.method === 'GET' || request.method === 'HEAD') {
    return reply.code(404).send({ error: 'not-found' });
  }
  const known = isScreenAddress(pathOf(request)) || pathOf(request) === '/api/health';
  if (!known) return reply.code(404).send({ error: 'not-found' });
  return reply.code(405).header('allow', readOnly).send({ error: 'method-not-allowed' });
}

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '';
