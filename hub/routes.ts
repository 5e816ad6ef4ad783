import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isScreenAddress } from '../src/base/screen-addresses.ts';
import { registerPackFiles } from './pack-files.ts';
import { registerStaticFiles, sendApp } from './static-files.ts';

interface Folders {
  readonly dist: string;
  readonly dataFolder?: string | undefined;
}

/** Every address the hub answers; whatever is not listed here is refused. */
export function registerRoutes(hub: FastifyInstance, { dist, dataFolder }: Folders): void {
  hub.get('/api/health', async () => ({ ok: true }));
  hub.get('/', (_request, reply) => sendApp(reply));
  registerStaticFiles(hub, dist);
  if (dataFolder) registerPackFiles(hub, join(dataFolder, 'packs'));
  hub.setNotFoundHandler(sendAppOrRefuse);
}

const readOnly = 'GET, HEAD';

function sendAppOrRefuse(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const isScreen = isScreenAddress(pathOf(request));
  if (request.method === 'GET' || request.method === 'HEAD') {
    if (isScreen) return sendApp(reply.code(200));
    // A person who mistyped gets the app, which says so in words and has the way back.
    return wantsPage(request) ? sendApp(reply.code(404)) : refuse(reply, 404, 'not-found');
  }
  const isKnown = isScreen || pathOf(request) === '/api/health';
  return isKnown
    ? refuse(reply.header('allow', readOnly), 405, 'method-not-allowed')
    : refuse(reply, 404, 'not-found');
}

const refuse = (reply: FastifyReply, code: number, error: string): FastifyReply =>
  reply.code(code).send({ error });

const wantsPage = (request: FastifyRequest): boolean =>
  !pathOf(request).startsWith('/api/') && request.headers['sec-fetch-dest'] === 'document';

const pathOf = (request: FastifyRequest): string => request.url.split('?', 1)[0] ?? '';
