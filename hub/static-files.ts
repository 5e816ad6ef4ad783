import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** Names under /assets/ carry a hash of their content, so a copy never goes stale. */
const forever = 'public, max-age=31536000, immutable';
/** Everything else keeps its name between builds and is asked for again each time. */
const askAgain = 'no-cache';

/**
 * Serves the built app. The build leaves `.br` and `.gz` beside each text file; they are
 * picked by Accept-Encoding and have no address of their own.
 */
export function registerStaticFiles(hub: FastifyInstance, dist: string): void {
  hub.register(fastifyStatic, {
    root: dist,
    preCompressed: true,
    cacheControl: false,
    dotfiles: 'ignore',
    index: false,
    redirect: false,
    allowedPath: (path) => !/\.(br|gz)$/.test(path),
    setHeaders: (reply, path) => {
      reply.header('cache-control', isHashed(path, dist) ? forever : askAgain);
    },
  });
}

export function sendApp(reply: FastifyReply): FastifyReply {
  return reply.sendFile('index.html');
}

const isHashed = (path: string, dist: string): boolean =>
  path.slice(dist.length).startsWith('/assets/');
